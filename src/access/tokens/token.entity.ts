import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A token that Stagegate issued. The token itself is shown once and never stored. */
@Entity('tokens')
@Unique('tokens_digest_key', ['digest'])
@Index('tokens_issued_by_idx', ['issuedBy', 'id'])
@Index('tokens_issued_at_idx', ['issuedAt', 'id'])
@Index('tokens_expires_at_idx', ['expiresAt', 'id'])
export class Token {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'tokens_pkey' })
  id: string;

  @Index('tokens_subject_idx')
  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text', array: true })
  roles: string[];

  /** Roles of the organisation's own that approvals ask for. */
  @Column({ type: 'text', array: true, name: 'approval_roles', default: [] })
  approvalRoles: string[];

  /** SHA-256 of the token, hexadecimal. */
  @Column({ type: 'text' })
  digest: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'issued_at' })
  issuedAt: Date;

  @Column({ type: 'text', name: 'issued_by' })
  issuedBy: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'text', name: 'revoked_by', nullable: true })
  revokedBy: string | null;
}
