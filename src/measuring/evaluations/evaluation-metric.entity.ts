import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Evaluation } from './evaluation.entity.js';

/** One metric on one slice of an evaluation; a null value says it is undefined on that slice. */
@Entity('evaluation_metrics')
@ForeignKey(() => Evaluation, ['evaluationId'], ['id'], { name: 'evaluation_metrics_evaluation_fkey' })
@Check('evaluation_metrics_value_check', `value > '-Infinity' AND value < 'Infinity'`)
@Check('evaluation_metrics_count_check', `count >= 0`)
@Check('evaluation_metrics_error_check', `standard_error >= 0 AND standard_error < 'Infinity'`)
@Check('evaluation_metrics_interval_check', `ci_low > '-Infinity' AND ci_low <= ci_high AND ci_high < 'Infinity'`)
@Check('evaluation_metrics_level_check', `ci_level > 0 AND ci_level < 1`)
export class EvaluationMetric {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'evaluation_metrics_pkey' })
  evaluationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'evaluation_metrics_pkey' })
  name: string;

  @PrimaryColumn('text', { name: 'slice_key', primaryKeyConstraintName: 'evaluation_metrics_pkey' })
  sliceKey: string;

  @Column('double precision', { nullable: true })
  value: number | null;

  @Column('bigint', { nullable: true })
  count: string | null;

  @Column('double precision', { name: 'standard_error', nullable: true })
  standardError: number | null;

  @Column('double precision', { name: 'ci_low', nullable: true })
  ciLow: number | null;

  @Column('double precision', { name: 'ci_high', nullable: true })
  ciHigh: number | null;

  @Column('double precision', { name: 'ci_level', nullable: true })
  ciLevel: number | null;

  @Column('text', { nullable: true })
  unit: string | null;

  /** Implementation and version, such as sklearn.f1@macro; two definitions are never compared. */
  @Column('text', { nullable: true })
  definition: string | null;
}
