import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Sessions of browsers and the codes of sign-in links: digests alone, never what is sent. */
export class CreateSessions1795890300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        id uuid CONSTRAINT sessions_pkey PRIMARY KEY,
        digest text NOT NULL CONSTRAINT sessions_digest_key UNIQUE,
        token_id uuid NOT NULL CONSTRAINT sessions_token_id_fkey REFERENCES tokens (id),
        subject text NOT NULL,
        started_at timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        idle_until timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        user_agent text,
        address text NOT NULL
      )`);
    await runner.query('CREATE INDEX sessions_subject_idx ON sessions (subject, id)');
    await runner.query('CREATE INDEX sessions_ends_at_idx ON sessions (ends_at)');
    await runner.query(`
      CREATE TABLE sign_in_codes (
        id uuid CONSTRAINT sign_in_codes_pkey PRIMARY KEY,
        digest text NOT NULL CONSTRAINT sign_in_codes_digest_key UNIQUE,
        token_id uuid NOT NULL CONSTRAINT sign_in_codes_token_id_fkey REFERENCES tokens (id),
        ends_at timestamptz(3) NOT NULL,
        wrong_tries integer NOT NULL DEFAULT 0
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_codes');
    await runner.query('DROP TABLE sessions');
  }
}
