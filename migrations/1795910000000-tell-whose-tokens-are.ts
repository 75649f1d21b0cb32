import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tokens say whether a machine holds them, who vouched for whom they speak for, and what they were exchanged for. */
export class TellWhoseTokensAre1795910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tokens
        ADD COLUMN is_service boolean NOT NULL DEFAULT false,
        ADD COLUMN origin text,
        ADD COLUMN display_name text,
        ADD COLUMN groups text[] NOT NULL DEFAULT '{}',
        ADD COLUMN claims jsonb,
        ADD COLUMN scope jsonb,
        ADD COLUMN trust_rule_id uuid`);
    await runner.query(
      'CREATE INDEX tokens_trust_rule_id_idx ON tokens (trust_rule_id) WHERE trust_rule_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX tokens_trust_rule_id_idx');
    await runner.query(`
      ALTER TABLE tokens
        DROP COLUMN is_service, DROP COLUMN origin, DROP COLUMN display_name, DROP COLUMN groups, DROP COLUMN claims,
        DROP COLUMN scope, DROP COLUMN trust_rule_id`);
  }
}
