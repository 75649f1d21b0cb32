import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Webhooks, what they are to be told of, and the lanes that keep the order: one for each webhook and chain of the record, held by
 * one process at a time. The events themselves stay in the record, which is the outbox.
 */
export class CreateWebhooks1795910500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhooks (
        id uuid CONSTRAINT webhooks_pkey PRIMARY KEY,
        url text NOT NULL,
        format text NOT NULL CONSTRAINT webhooks_format_check CHECK (format IN ('cloudevents', 'slack', 'teams', 'mail')),
        types text[] NOT NULL,
        model text,
        model_prefix text,
        scope jsonb,
        sealed_secrets text NOT NULL,
        sealed_former_secrets text,
        former_until timestamptz(3),
        position bigint NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        disabled_at timestamptz(3),
        disabled_reason text
      )`);
    await runner.query('CREATE INDEX webhooks_position_idx ON webhooks (position) WHERE disabled_at IS NULL');
    await runner.query(`
      CREATE TABLE webhook_deliveries (
        id uuid CONSTRAINT webhook_deliveries_pkey PRIMARY KEY,
        webhook_id uuid NOT NULL CONSTRAINT webhook_deliveries_webhook_id_fkey REFERENCES webhooks (id) ON DELETE CASCADE,
        sequence bigint NOT NULL,
        chain text NOT NULL,
        action text NOT NULL,
        status text NOT NULL CONSTRAINT webhook_deliveries_status_check CHECK (status IN ('waiting', 'delivered', 'dead')),
        attempts integer NOT NULL,
        created_at timestamptz(3) NOT NULL,
        first_attempt_at timestamptz(3),
        last_attempt_at timestamptz(3),
        response_status integer,
        error text,
        CONSTRAINT webhook_deliveries_event_key UNIQUE (webhook_id, sequence)
      )`);
    await runner.query(
      `CREATE INDEX webhook_deliveries_waiting_idx ON webhook_deliveries (webhook_id, chain, sequence) WHERE status = 'waiting'`,
    );
    await runner.query(
      'CREATE INDEX webhook_deliveries_status_idx ON webhook_deliveries (webhook_id, status, sequence)',
    );
    await runner.query(
      `CREATE INDEX webhook_deliveries_ended_idx ON webhook_deliveries (last_attempt_at) WHERE status <> 'waiting'`,
    );
    await runner.query(`
      CREATE TABLE webhook_lanes (
        webhook_id uuid NOT NULL CONSTRAINT webhook_lanes_webhook_id_fkey REFERENCES webhooks (id) ON DELETE CASCADE,
        chain text NOT NULL,
        due_at timestamptz(3),
        lease_owner uuid,
        lease_expires_at timestamptz(3),
        CONSTRAINT webhook_lanes_pkey PRIMARY KEY (webhook_id, chain),
        CONSTRAINT webhook_lanes_lease_check CHECK ((lease_owner IS NULL) = (lease_expires_at IS NULL))
      )`);
    await runner.query('CREATE INDEX webhook_lanes_due_idx ON webhook_lanes (due_at) WHERE due_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_lanes');
    await runner.query('DROP TABLE webhook_deliveries');
    await runner.query('DROP TABLE webhooks');
  }
}
