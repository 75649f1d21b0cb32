import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_FREEZES } from './freeze.entity.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { ModelsModule } from '../../registry/models/models.module.js';
import { FreezesController } from './freezes.controller.js';
import { FreezesService } from './freezes.service.js';

@Module({
  imports: [AuditModule, ModelsModule],
  controllers: [FreezesController],
  providers: [FreezesService],
})
export class FreezesModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_FREEZES);
  }
}
