import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Signatures over the artifacts of versions, as their senders made them. */
export class CreateVersionSignatures1795910400020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE version_signatures (
        id uuid CONSTRAINT version_signatures_pkey PRIMARY KEY,
        model_id uuid NOT NULL,
        version integer NOT NULL,
        envelope json NOT NULL,
        digest text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT version_signatures_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version),
        CONSTRAINT version_signatures_digest_key UNIQUE (model_id, version, digest)
      )`);
    await runner.query(`
      CREATE TRIGGER version_signatures_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON version_signatures
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE version_signatures');
  }
}
