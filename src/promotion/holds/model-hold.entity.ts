import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Model } from '../../registry/models/model.entity.js';
import { Transition } from '../transitions/transition.entity.js';
import { byOwnDetail, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** What keeps a model from being promoted until a person lifts it; one that was lifted stays. */
@Entity('model_holds')
@ForeignKey(() => Model, ['modelId'], ['id'], { name: 'model_holds_model_fkey' })
@ForeignKey(() => Transition, ['transitionId'], ['id'], { name: 'model_holds_transition_fkey' })
@Index('model_holds_one_key', ['modelId'], { unique: true, where: '(lifted_at IS NULL)' })
@Check(
  'model_holds_lifted_check',
  '(lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL)',
)
export class ModelHold {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'model_holds_pkey' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('text')
  reason: string;

  /** The rollback that set it; null for one set by hand. */
  @Column('uuid', { name: 'transition_id', nullable: true })
  transitionId: string | null;

  @Column({ type: 'timestamptz', name: 'set_at', precision: 3 })
  setAt: Date;

  @Column('text', { name: 'set_by' })
  setBy: string;

  @Column({ type: 'timestamptz', name: 'lifted_at', precision: 3, nullable: true })
  liftedAt: Date | null;

  @Column('text', { name: 'lifted_by', nullable: true })
  liftedBy: string | null;

  @Column('text', { name: 'lift_reason', nullable: true })
  liftReason: string | null;
}

/** What the record tells of holds. */
export const TOLD_HOLDS: ToldRows = {
  kind: 'hold',
  entity: ModelHold,
  key: byOwnDetail('holdId'),
  states: ['hold.set', 'hold.lifted'],
  told: ['transitionId'],
};
