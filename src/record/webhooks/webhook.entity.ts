import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { oneOf } from '../../platform/database/one-of.js';
import { BY_ID, type ToldRows } from '../audit/told-rows.queries.js';

export const WEBHOOK_FORMATS = ['cloudevents', 'slack', 'teams', 'mail'] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** Somebody else's server, or a mailbox, that is told of events. */
@Entity('webhooks')
@Check('webhooks_format_check', oneOf('format', WEBHOOK_FORMATS))
export class Webhook {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'webhooks_pkey' })
  id: string;

  @Column({ type: 'text' })
  url: string;

  @Column({ type: 'text' })
  format: WebhookFormat;

  @Column({ type: 'text', array: true })
  types: string[];

  @Column({ type: 'text', nullable: true })
  model: string | null;

  @Column({ type: 'text', name: 'model_prefix', nullable: true })
  modelPrefix: string | null;

  /** What its maker might know of; null for every model. */
  @Column({ type: 'jsonb', nullable: true })
  scope: ModelScope | null;

  /** Encrypted: what it is signed with. */
  @Column({ type: 'text', name: 'sealed_secrets' })
  sealedSecrets: string;

  /** What it was signed with before a rotation, and is as well until then. */
  @Column({ type: 'text', name: 'sealed_former_secrets', nullable: true })
  sealedFormerSecrets: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'former_until', nullable: true })
  formerUntil: Date | null;

  /** The record up to this sequence was looked through for what it is to be told. */
  @Index('webhooks_position_idx', { where: '(disabled_at IS NULL)' })
  @Column({ type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } })
  position: number;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column({ type: 'text', name: 'disabled_reason', nullable: true })
  disabledReason: string | null;
}

/** What the record tells of webhooks. */
export const TOLD_WEBHOOKS: ToldRows = {
  kind: 'webhook',
  entity: Webhook,
  key: BY_ID,
  states: ['webhook.created', 'webhook.updated', 'webhook.secret_rotated', 'webhook.disabled'],
  ends: ['webhook.deleted'],
  unmarked: ['position'],
  told: ['format', 'types', 'model', 'modelPrefix', 'formerUntil'],
};
