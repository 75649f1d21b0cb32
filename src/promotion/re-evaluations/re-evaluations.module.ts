import { Module } from '@nestjs/common';
import { PredictionsModule } from '../../measuring/predictions/predictions.module.js';
import { ReEvaluations } from './re-evaluations.service.js';

@Module({ imports: [PredictionsModule], providers: [ReEvaluations], exports: [ReEvaluations] })
export class ReEvaluationsModule {}
