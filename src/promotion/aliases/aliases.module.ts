import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { TransitionsModule } from '../transitions/transitions.module.js';
import { AliasesController } from './aliases.controller.js';
import { AliasesWitness } from './aliases-witness.service.js';
import { AliasesService } from './aliases.service.js';

@Module({
  imports: [AuditModule, TransitionsModule],
  controllers: [AliasesController],
  providers: [AliasesService, AliasesWitness],
  exports: [AliasesService],
})
export class AliasesModule {}
