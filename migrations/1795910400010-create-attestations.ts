import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was attested of an applied change of stage: signed once, and the same ever after. */
export class CreateAttestations1795910400010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attestations (
        transition_id uuid CONSTRAINT attestations_pkey PRIMARY KEY
          CONSTRAINT attestations_transition_fkey REFERENCES transitions (id),
        envelope json NOT NULL,
        created_at timestamptz(3) NOT NULL
      )`);
    await runner.query(`
      CREATE TRIGGER attestations_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON attestations
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attestations');
  }
}
