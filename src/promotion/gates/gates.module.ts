import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditModule } from '../../record/audit/audit.module.js';
import { OwnedResources } from '../../access/role-bindings/owned-resources.service.js';
import { IdempotencyModule } from '../../platform/idempotency/idempotency.module.js';
import { SignaturesModule } from '../../registry/signatures/signatures.module.js';
import { GateReportsWitness } from './gate-reports-witness.service.js';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { JudgedRules } from './judged-rules.service.js';
import { GateReportPart } from './gate-report-part.service.js';
import { findReportSubject } from './gate-reports.queries.js';
import { GatesController } from './gates.controller.js';
import { gateReportNotFound } from './gates.problems.js';
import { GatesService } from './gates.service.js';

@Module({
  imports: [AuditModule, IdempotencyModule, ReEvaluationsModule, SignaturesModule],
  controllers: [GatesController],
  providers: [GateReportsWitness, GatesService, GateReportPart, JudgedRules],
  exports: [GatesService, JudgedRules],
})
export class GatesModule {
  constructor(dataSource: DataSource, resources: OwnedResources) {
    const findModel = async (id: string) => {
      const subject = await findReportSubject(dataSource.manager, id);
      return subject && { id: subject.modelId, name: subject.model };
    };
    resources.register('gate-report', { findModel, notFound: gateReportNotFound });
  }
}
