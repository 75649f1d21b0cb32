import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';

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

  /** Whether a machine holds it; machines approve nothing. */
  @Column({ type: 'boolean', name: 'is_service', default: false })
  isService: boolean;

  /** The namespace of the issuer that vouched for the subject; null when an administrator named it. */
  @Column({ type: 'text', nullable: true })
  origin: string | null;

  /** What that issuer calls whom it speaks for. */
  @Column({ type: 'text', name: 'display_name', nullable: true })
  displayName: string | null;

  /** Groups that the issuer counted them among when it was made. */
  @Column({ type: 'text', array: true, default: [] })
  groups: string[];

  /** What it was exchanged for, by the names of the claims. */
  @Column({ type: 'jsonb', nullable: true })
  claims: Readonly<Record<string, string>> | null;

  /** The models it may know of; null for all. */
  @Column({ type: 'jsonb', nullable: true })
  scope: ModelScope | null;

  /** The rule that it was exchanged by, whose end is its own. */
  @Index('tokens_trust_rule_id_idx', { where: '(trust_rule_id IS NOT NULL)' })
  @Column({ type: 'uuid', name: 'trust_rule_id', nullable: true })
  trustRuleId: string | null;
}
