import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_SIGNATURES } from './version-signature.entity.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { SignaturesController } from './signatures.controller.js';
import { SignaturesService } from './signatures.service.js';
import { SigstoreBundles } from './sigstore-bundles.service.js';

@Module({
  imports: [AuditModule],
  controllers: [SignaturesController],
  providers: [SignaturesService, SigstoreBundles],
  exports: [SigstoreBundles],
})
export class SignaturesModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_SIGNATURES);
  }
}
