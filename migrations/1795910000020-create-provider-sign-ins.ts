import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Sign-ins by a provider that are under way: digests alone, never what is sent. */
export class CreateProviderSignIns1795910000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE provider_sign_ins (
        state_digest text CONSTRAINT provider_sign_ins_pkey PRIMARY KEY,
        browser_digest text NOT NULL,
        issuer text NOT NULL,
        next_path text NOT NULL,
        ends_at timestamptz(3) NOT NULL
      )`);
    await runner.query('CREATE INDEX provider_sign_ins_ends_at_idx ON provider_sign_ins (ends_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider_sign_ins');
  }
}
