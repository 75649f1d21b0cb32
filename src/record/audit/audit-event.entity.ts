import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** PostgreSQL sends bigint as text; sequences and positions stay far below 2^53. */
const COUNTER = { type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } } as const;

/** One entry of the append-only record; the database gives it sequence, position, time and hashes. */
@Entity('audit_events')
@Unique('audit_events_chain_position_key', ['chain', 'position'])
@Check('audit_events_content_digest_check', `content_digest ~ '^[0-9a-f]{64}$'`)
@Index('audit_events_name_idx', ['model', 'sequence'])
@Index('audit_events_renamed_to_idx', { synchronize: false })
@Index('audit_events_model_id_idx', ['modelId', 'sequence'])
@Index('audit_events_actor_idx', ['actor', 'sequence'])
@Index('audit_events_action_idx', ['action', 'sequence'])
@Index('audit_events_model_action_idx', ['modelId', 'action', 'sequence'])
@Index('audit_events_model_version_idx', ['modelId', 'version', 'sequence'])
@Index('audit_events_object_idx', { synchronize: false })
@Index('audit_events_governed_idx', { synchronize: false })
@Index('audit_events_version_idx', ['version', 'sequence'], { where: '(version IS NOT NULL)' })
export class AuditEvent {
  @PrimaryColumn({ ...COUNTER, primaryKeyConstraintName: 'audit_events_pkey' })
  sequence: number;

  /** The model's id, or `registry` for what concerns no single model. */
  @Column({ type: 'text' })
  chain: string;

  @Column(COUNTER)
  position: number;

  @Index('audit_events_at_idx')
  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  actor: string;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'uuid', name: 'model_id', nullable: true })
  modelId: string | null;

  /** The model's name on that day. */
  @Column({ type: 'text', nullable: true })
  model: string | null;

  @Column({ type: 'integer', nullable: true })
  version: number | null;

  @Index('audit_events_request_id_idx')
  @Column({ type: 'text', name: 'request_id' })
  requestId: string;

  @Column({ type: 'jsonb' })
  details: Record<string, unknown>;

  /** SHA-256 of the canonical content, hexadecimal. */
  @Column({ type: 'text', name: 'content_digest' })
  contentDigest: string;

  @Column({ type: 'text', name: 'previous_hash' })
  previousHash: string;

  @Column({ type: 'text' })
  hash: string;
}
