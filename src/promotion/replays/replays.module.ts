import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { GatesModule } from '../gates/gates.module.js';
import { ReplaysController } from './replays.controller.js';
import { ReplaysService } from './replays.service.js';

@Module({ imports: [AuditModule, GatesModule], controllers: [ReplaysController], providers: [ReplaysService] })
export class ReplaysModule {}
