import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Deliveries that were made and those that were given up stay for different times, and each is removed in its own order. */
export class IndexEndedDeliveries1795910730010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX webhook_deliveries_ended_idx');
    await runner.query(
      `CREATE INDEX webhook_deliveries_ended_idx ON webhook_deliveries (status, last_attempt_at) WHERE status <> 'waiting'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX webhook_deliveries_ended_idx');
    await runner.query(
      `CREATE INDEX webhook_deliveries_ended_idx ON webhook_deliveries (last_attempt_at) WHERE status <> 'waiting'`,
    );
  }
}
