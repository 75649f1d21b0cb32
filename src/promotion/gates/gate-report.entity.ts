import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VERDICTS, type Verdict } from '../../judging/verdict/verdict.js';
import { oneOf } from '../../platform/database/one-of.js';
import { type Stage } from '../../values/stage.js';
import { ModelVersion } from '../../registry/versions/model-version.entity.js';
import { type StoredInputs } from './gate-evidence.queries.js';
import { type GateReportResponse } from './gates.dto.js';
import { type ReportHeadline } from './report-summary.js';

/** A stored judgement of a challenger; the report itself is kept as it was answered. */
@Entity('gate_reports')
@ForeignKey(() => ModelVersion, ['modelId', 'challenger'], ['modelId', 'version'], {
  name: 'gate_reports_version_fkey',
})
@Index('gate_reports_version_idx', ['modelId', 'challenger', 'id'])
@Check('gate_reports_verdict_check', oneOf('verdict', VERDICTS))
export class GateReportRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gate_reports_pkey' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  challenger: number;

  @Column('integer', { nullable: true })
  incumbent: number | null;

  @Column('text', { name: 'to_stage' })
  toStage: Stage;

  @Column('text')
  verdict: Verdict;

  @Column('text', { name: 'policy_digest' })
  policyDigest: string;

  @Column('text', { name: 'evidence_digest' })
  evidenceDigest: string;

  @Column('text')
  digest: string;

  @Column('json')
  report: GateReportResponse;

  /** What lists say of it; null where an earlier release stored it, and none filled it in since. */
  @Column('json', { nullable: true })
  headline: ReportHeadline | null;

  /** What it was judged on besides evaluations and policy revisions, so that it can be judged again. */
  @Column('json')
  inputs: StoredInputs;

  @Column({ type: 'timestamptz', name: 'judged_at', precision: 3 })
  judgedAt: Date;
}
