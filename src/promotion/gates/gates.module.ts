import { Module } from '@nestjs/common';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { BrokenRules } from './broken-rules.service.js';
import { GatesController } from './gates.controller.js';
import { GatesService } from './gates.service.js';

@Module({
  imports: [ReEvaluationsModule],
  controllers: [GatesController],
  providers: [GatesService, BrokenRules],
  exports: [GatesService, BrokenRules],
})
export class GatesModule {}
