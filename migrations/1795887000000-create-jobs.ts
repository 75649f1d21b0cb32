import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The queue of work off the request path, and what the table of prediction jobs lacked to be a part of it. */
export class CreateJobs1795887000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE jobs (
        id uuid NOT NULL,
        kind text NOT NULL,
        place text,
        key text,
        after uuid,
        payload jsonb NOT NULL,
        status text NOT NULL,
        progress jsonb,
        error text,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz(3),
        lease_owner uuid,
        lease_expires_at timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        started_at timestamptz(3),
        finished_at timestamptz(3),
        CONSTRAINT jobs_pkey PRIMARY KEY (id),
        CONSTRAINT jobs_status_check CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
        CONSTRAINT jobs_lease_check CHECK ((status = 'running') = (lease_owner IS NOT NULL) AND (lease_owner IS NULL) = (lease_expires_at IS NULL))
      )`);
    await queryRunner.query(
      `CREATE INDEX jobs_open_idx ON jobs (created_at, id) WHERE status IN ('queued', 'running')`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX jobs_key_idx ON jobs (kind, key) WHERE key IS NOT NULL AND status IN ('queued', 'running')`,
    );
    await queryRunner.query(
      `CREATE INDEX jobs_finished_idx ON jobs (finished_at) WHERE status NOT IN ('queued', 'running')`,
    );
    await queryRunner.query(`
      ALTER TABLE prediction_jobs
        ADD COLUMN kind text NOT NULL DEFAULT 'predictions',
        ADD COLUMN due_at timestamptz(3)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE prediction_jobs DROP COLUMN due_at, DROP COLUMN kind`);
    await queryRunner.query(`DROP TABLE jobs`);
  }
}
