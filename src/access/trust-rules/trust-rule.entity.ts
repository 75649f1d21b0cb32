import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { BY_ID, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** Which tokens of another issuer are exchanged for one of ours, and what that may do. */
@Entity('trust_rules')
@Index('trust_rules_issuer_idx', ['issuer', 'id'])
@Check('trust_rules_reach_check', 'num_nonnulls(model_id, model_prefix) <= 1')
@Check('trust_rules_claims_check', `claims <> '{}'`)
@Check('trust_rules_life_check', 'expires_in_seconds BETWEEN 1 AND 3600')
export class TrustRule {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'trust_rules_pkey' })
  id: string;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  /** The claim `iss` of the tokens. */
  @Column({ type: 'text' })
  issuer: string;

  @Column({ type: 'text' })
  audience: string;

  /** What claims must be: a text, or a pattern with `*`. */
  @Column({ type: 'jsonb' })
  claims: Readonly<Record<string, string>>;

  @Column({ type: 'text', array: true })
  roles: string[];

  /** The one model that tokens may know of, by its id, so that a rename changes nothing. */
  @Column({ type: 'uuid', name: 'model_id', nullable: true })
  modelId: string | null;

  @Column({ type: 'text', name: 'model_prefix', nullable: true })
  modelPrefix: string | null;

  @Column({ type: 'integer', name: 'expires_in_seconds' })
  expiresInSeconds: number;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;
}

/** A rule with the name that its model has now. */
export interface TrustRuleRow extends TrustRule {
  model: string | null;
}

/** What the record tells of trust rules. */
export const TOLD_TRUST_RULES: ToldRows = {
  kind: 'trust_rule',
  entity: TrustRule,
  key: BY_ID,
  states: ['trust_rule.created'],
  ends: ['trust_rule.deleted'],
  told: ['issuer', 'audience', 'roles', 'expiresInSeconds'],
};
