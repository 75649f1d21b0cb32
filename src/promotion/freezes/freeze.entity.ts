import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { byOwnDetail, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** A while, or a recurring one, in which nothing is promoted to Production; one that was ended stays. */
@Entity('freezes')
@Index('freezes_open_idx', ['endAt'], { where: '(ended_at IS NULL)' })
@Check(
  'freezes_window_check',
  `(start_at IS NOT NULL AND end_at > start_at AND cron IS NULL AND duration IS NULL) OR (start_at IS NULL AND end_at IS NULL AND cron IS NOT NULL AND duration IS NOT NULL)`,
)
@Check('freezes_ended_check', '(ended_at IS NULL) = (ended_by IS NULL)')
export class Freeze {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'freezes_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  reason: string;

  @Column({ type: 'timestamptz', name: 'start_at', precision: 3, nullable: true })
  startAt: Date | null;

  @Column({ type: 'timestamptz', name: 'end_at', precision: 3, nullable: true })
  endAt: Date | null;

  @Column('text', { nullable: true })
  cron: string | null;

  @Column('text', { nullable: true })
  duration: string | null;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  /** The models that it holds back; null for all. */
  @Column('uuid', { name: 'model_ids', array: true, nullable: true })
  modelIds: string[] | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}

/** What the record tells of freezes. */
export const TOLD_FREEZES: ToldRows = {
  kind: 'freeze',
  entity: Freeze,
  key: byOwnDetail('freezeId'),
  states: ['freeze.created', 'freeze.ended'],
  told: ['name', 'reason', 'cron', 'duration', 'timeZone'],
};
