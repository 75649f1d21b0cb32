import { Module } from '@nestjs/common';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { GatesController } from './gates.controller.js';
import { GatesService } from './gates.service.js';

@Module({
  imports: [ReEvaluationsModule],
  controllers: [GatesController],
  providers: [GatesService],
  exports: [GatesService],
})
export class GatesModule {}
