import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../platform/database/one-of.js';
import { StoredPredictions } from './stored-predictions.entity.js';

const SWEEP_REASONS = ['deleted', 'superseded', 'expired'] as const;
export type SweepReason = (typeof SWEEP_REASONS)[number];

/** Kept predictions that are let go: nothing new uses them, and their file is removed when nothing uses it any more. */
@Entity('swept_predictions')
@ForeignKey(() => StoredPredictions, ['id'], ['id'], { name: 'swept_predictions_stored_fkey' })
@Check('swept_predictions_reason_check', oneOf('reason', SWEEP_REASONS))
export class SweptPredictions {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'swept_predictions_pkey' })
  id: string;

  @Column('text')
  reason: SweepReason;

  @Column({ type: 'timestamptz', name: 'swept_at', precision: 3 })
  sweptAt: Date;
}
