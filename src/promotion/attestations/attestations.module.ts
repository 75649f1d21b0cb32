import { Module } from '@nestjs/common';
import { CheckpointsModule } from '../../record/checkpoints/checkpoints.module.js';
import { AttestationsController } from './attestations.controller.js';
import { Attestations } from './attestations.service.js';

@Module({
  imports: [CheckpointsModule],
  controllers: [AttestationsController],
  providers: [Attestations],
})
export class AttestationsModule {}
