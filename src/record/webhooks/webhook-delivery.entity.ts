import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.js';
import { Webhook } from './webhook.entity.js';

export const DELIVERY_STATUSES = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** An event that a webhook is to be told of, by its sequence in the record, and what came of it. */
@Entity('webhook_deliveries')
@Unique('webhook_deliveries_event_key', ['webhookId', 'sequence'])
@Check('webhook_deliveries_status_check', oneOf('status', DELIVERY_STATUSES))
@Index('webhook_deliveries_waiting_idx', ['webhookId', 'chain', 'sequence'], { where: "(status = 'waiting'::text)" })
@Index('webhook_deliveries_status_idx', ['webhookId', 'status', 'sequence'])
@Index('webhook_deliveries_ended_idx', ['status', 'lastAttemptAt'], { where: "(status <> 'waiting'::text)" })
export class WebhookDelivery {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'webhook_deliveries_pkey' })
  id: string;

  @ForeignKey(() => Webhook, { name: 'webhook_deliveries_webhook_id_fkey', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', name: 'webhook_id' })
  webhookId: string;

  @Column({ type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } })
  sequence: number;

  /** The chain of the event: deliveries of one go out one after the other. */
  @Column({ type: 'text' })
  chain: string;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'text' })
  status: DeliveryStatus;

  @Column({ type: 'integer' })
  attempts: number;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'first_attempt_at', nullable: true })
  firstAttemptAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'last_attempt_at', nullable: true })
  lastAttemptAt: Date | null;

  @Column({ type: 'integer', name: 'response_status', nullable: true })
  responseStatus: number | null;

  @Column({ type: 'text', nullable: true })
  error: string | null;
}
