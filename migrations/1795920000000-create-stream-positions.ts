import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Up to where of the record each stream was sent; one process at a time holds it. The events themselves stay in the record. */
export class CreateStreamPositions1795920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stream_positions (
        stream text CONSTRAINT stream_positions_pkey PRIMARY KEY,
        position bigint NOT NULL,
        lease_owner uuid,
        lease_expires_at timestamptz(3),
        CONSTRAINT stream_positions_lease_check CHECK ((lease_owner IS NULL) = (lease_expires_at IS NULL))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stream_positions');
  }
}
