import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

const COUNTER = { type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } } as const;

/** What stays of an event whose content is in the archive: its place and hashes, and what the service goes on telling of it. */
@Entity('audit_archived_events')
@Unique('audit_archived_events_chain_position_key', ['chain', 'position'])
@Check('audit_archived_events_content_digest_check', 'octet_length(content_digest) = 32')
@Check('audit_archived_events_hash_check', 'octet_length(hash) = 32')
@Index('audit_archived_events_model_action_idx', ['modelId', 'action', 'sequence'])
@Index('audit_archived_events_action_idx', ['action', 'sequence'])
@Index('audit_archived_events_name_idx', ['model', 'sequence'])
@Index('audit_archived_events_object_idx', { synchronize: false })
@Index('audit_archived_events_governed_idx', { synchronize: false })
export class ArchivedEvent {
  @PrimaryColumn({ ...COUNTER, primaryKeyConstraintName: 'audit_archived_events_pkey' })
  sequence: number;

  @Column({ type: 'text' })
  chain: string;

  @Column(COUNTER)
  position: number;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  actor: string;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'uuid', name: 'model_id', nullable: true })
  modelId: string | null;

  @Column({ type: 'text', nullable: true })
  model: string | null;

  @Column({ type: 'integer', nullable: true })
  version: number | null;

  /** The members that `KEPT_DETAILS` names. */
  @Column({ type: 'jsonb' })
  details: Record<string, unknown>;

  @Column({ type: 'bytea', name: 'content_digest' })
  contentDigest: Buffer;

  @Column({ type: 'bytea' })
  hash: Buffer;
}
