import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_HOLDS } from './model-hold.entity.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { HoldsController } from './holds.controller.js';
import { HoldsService } from './holds.service.js';

@Module({ imports: [AuditModule], controllers: [HoldsController], providers: [HoldsService] })
export class HoldsModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_HOLDS);
  }
}
