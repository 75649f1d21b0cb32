import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { HoldsController } from './holds.controller.js';
import { HoldsService } from './holds.service.js';

@Module({ imports: [AuditModule], controllers: [HoldsController], providers: [HoldsService] })
export class HoldsModule {}
