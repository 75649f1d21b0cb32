import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Webhook } from './webhook.entity.js';

/** What a webhook is told of one chain of the record; one process at a time works at it, so that the order is kept. */
@Entity('webhook_lanes')
@Check('webhook_lanes_lease_check', '(lease_owner IS NULL) = (lease_expires_at IS NULL)')
export class WebhookLane {
  @ForeignKey(() => Webhook, { name: 'webhook_lanes_webhook_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', name: 'webhook_id', primaryKeyConstraintName: 'webhook_lanes_pkey' })
  webhookId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'webhook_lanes_pkey' })
  chain: string;

  /** When the next delivery may be tried; null when none waits. */
  @Index('webhook_lanes_due_idx', { where: '(due_at IS NOT NULL)' })
  @Column({ type: 'timestamptz', precision: 3, name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column({ type: 'uuid', name: 'lease_owner', nullable: true })
  leaseOwner: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'lease_expires_at', nullable: true })
  leaseExpiresAt: Date | null;
}
