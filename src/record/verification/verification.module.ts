import { Module } from '@nestjs/common';
import { SharedWalks } from './shared-walks.service.js';
import { VerificationController } from './verification.controller.js';
import { VerificationWalk } from './verification-walk.service.js';
import { Witnesses } from './witnesses.service.js';

@Module({
  controllers: [VerificationController],
  providers: [SharedWalks, VerificationWalk, Witnesses],
  exports: [Witnesses],
})
export class VerificationModule {}
