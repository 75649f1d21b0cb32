import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Evaluation } from './evaluation.entity.js';

/**
 * All metrics of an evaluation, in the order they were submitted: an array for each field, null where no metric has it. A null
 * value says that a metric is undefined on its slice.
 */
@Entity('evaluation_metrics')
@ForeignKey(() => Evaluation, ['evaluationId'], ['id'], { name: 'evaluation_metrics_evaluation_fkey' })
@Check('evaluation_metrics_size_check', 'cardinality(names) = size')
@Check('evaluation_metrics_distinct_check', 'metrics_are_distinct(names, slice_keys)')
@Check('evaluation_metrics_value_check', `'-Infinity' < ALL (metric_values) AND 'Infinity' > ALL (metric_values)`)
@Check('evaluation_metrics_count_check', '0 <= ALL (counts)')
@Check('evaluation_metrics_error_check', `0 <= ALL (standard_errors) AND 'Infinity' > ALL (standard_errors)`)
@Check('evaluation_metrics_interval_check', 'intervals_are_upright(ci_lows, ci_highs)')
@Check('evaluation_metrics_level_check', '0 < ALL (ci_levels) AND 1 > ALL (ci_levels)')
export class EvaluationMetrics {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'evaluation_metrics_pkey' })
  evaluationId: string;

  /** How many metrics there are. */
  @Column('integer')
  size: number;

  @Column('text', { array: true })
  names: string[];

  @Column('text', { name: 'slice_keys', array: true })
  sliceKeys: string[];

  @Column('double precision', { name: 'metric_values', array: true, nullable: true })
  values: (number | null)[] | null;

  @Column('bigint', { array: true, nullable: true })
  counts: (string | null)[] | null;

  @Column('double precision', { name: 'standard_errors', array: true, nullable: true })
  standardErrors: (number | null)[] | null;

  @Column('double precision', { name: 'ci_lows', array: true, nullable: true })
  ciLows: (number | null)[] | null;

  @Column('double precision', { name: 'ci_highs', array: true, nullable: true })
  ciHighs: (number | null)[] | null;

  @Column('double precision', { name: 'ci_levels', array: true, nullable: true })
  ciLevels: (number | null)[] | null;

  @Column('text', { array: true, nullable: true })
  units: (string | null)[] | null;

  /** Implementations and versions, such as sklearn.f1@macro; two definitions are never compared. */
  @Column('text', { array: true, nullable: true })
  definitions: (string | null)[] | null;
}
