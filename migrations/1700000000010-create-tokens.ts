import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tokens that Stagegate issued: enough to list and revoke them, never enough to use one. */
export class CreateTokens1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tokens (
        id uuid CONSTRAINT tokens_pkey PRIMARY KEY,
        subject text NOT NULL,
        name text,
        roles text[] NOT NULL,
        digest text NOT NULL CONSTRAINT tokens_digest_key UNIQUE,
        issued_at timestamptz(3) NOT NULL,
        issued_by text NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        revoked_by text
      )`);
    await runner.query('CREATE INDEX tokens_subject_idx ON tokens (subject)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tokens');
  }
}
