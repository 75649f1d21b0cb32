import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Model } from '../../registry/models/model.entity.js';
import { Transition } from '../transitions/transition.entity.js';
import { BY_TRANSITION, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** What somebody has to look at after the gates were passed in an emergency. */
@Entity('reviews')
@Unique('reviews_transition_key', ['transitionId'])
@ForeignKey(() => Transition, ['transitionId'], ['id'], { name: 'reviews_transition_fkey' })
@ForeignKey(() => Model, ['modelId'], ['id'], { name: 'reviews_model_fkey' })
@Index('reviews_open_idx', ['modelId', 'dueAt'], { where: '(closed_at IS NULL)' })
@Index('reviews_model_idx', ['modelId', 'id'])
@Index('reviews_due_at_idx', ['dueAt', 'id'])
@Check('reviews_closed_check', '(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL)')
export class Review {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reviews_pkey' })
  id: string;

  @Column('uuid', { name: 'transition_id' })
  transitionId: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  version: number;

  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3 })
  openedAt: Date;

  /** Who passed the gates. */
  @Column('text', { name: 'opened_by' })
  openedBy: string;

  @Column({ type: 'timestamptz', name: 'due_at', precision: 3 })
  dueAt: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true })
  closedAt: Date | null;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { nullable: true })
  comment: string | null;
}

/** What the record tells of reviews. */
export const TOLD_REVIEWS: ToldRows = {
  kind: 'review',
  entity: Review,
  key: BY_TRANSITION,
  states: ['review.opened', 'review.closed'],
  told: ['dueAt', 'outcome', 'comment'],
};
