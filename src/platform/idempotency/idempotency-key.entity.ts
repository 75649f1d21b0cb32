import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type PartReference } from './stored-parts.js';

/** The first answer to a request, kept to answer its repetitions. */
@Entity('idempotency_keys')
@Index('idempotency_keys_created_at_idx', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  subject: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  key: string;

  /** Digest of method, path and body; another request under the same key is refused. */
  @Column('text')
  fingerprint: string;

  @Column('integer')
  status: number;

  @Column('text', { name: 'content_type', nullable: true })
  contentType: string | null;

  /** Encrypted, since an answer may hold a fresh token. */
  @Column('text', { name: 'sealed_body' })
  sealedBody: string;

  /** What the body shows that is stored elsewhere, by its place; null when it is all there. */
  @Column('jsonb', { name: 'stored_parts', nullable: true })
  storedParts: PartReference[] | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
