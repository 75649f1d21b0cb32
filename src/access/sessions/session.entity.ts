import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Token } from '../tokens/token.entity.js';
import { BY_ID, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** A browser that somebody signed in. What the browser sends is never stored, and neither are rights: they are the token's. */
@Entity('sessions')
@Unique('sessions_digest_key', ['digest'])
@Index('sessions_subject_idx', ['subject', 'id'])
export class Session {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'sessions_pkey' })
  id: string;

  /** SHA-256 of the cookie's value, hexadecimal. */
  @Column({ type: 'text' })
  digest: string;

  @ForeignKey(() => Token, { name: 'sessions_token_id_fkey' })
  @Column({ type: 'uuid', name: 'token_id' })
  tokenId: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'started_at' })
  startedAt: Date;

  /** Written once a minute at most. */
  @Column({ type: 'timestamptz', precision: 3, name: 'last_seen_at' })
  lastSeenAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'idle_until' })
  idleUntil: Date;

  @Index('sessions_ends_at_idx')
  @Column({ type: 'timestamptz', precision: 3, name: 'ends_at' })
  endsAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', name: 'user_agent', nullable: true })
  userAgent: string | null;

  @Column({ type: 'text' })
  address: string;
}

/** What the record tells of sessions. */
export const TOLD_SESSIONS: ToldRows = {
  kind: 'session',
  entity: Session,
  key: BY_ID,
  states: ['session.started', 'session.ended'],
  isKeptForAWhile: true,
  unmarked: ['lastSeenAt', 'idleUntil'],
  told: ['subject', 'tokenId', 'address', 'endsAt'],
};
