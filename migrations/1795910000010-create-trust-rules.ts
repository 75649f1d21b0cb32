import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which tokens of other issuers are exchanged for tokens of ours, and for what. */
export class CreateTrustRules1795910000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trust_rules (
        id uuid CONSTRAINT trust_rules_pkey PRIMARY KEY,
        name text,
        issuer text NOT NULL,
        audience text NOT NULL,
        claims jsonb NOT NULL,
        roles text[] NOT NULL,
        model_id uuid,
        model_prefix text,
        expires_in_seconds integer NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT trust_rules_reach_check CHECK (num_nonnulls(model_id, model_prefix) <= 1),
        CONSTRAINT trust_rules_claims_check CHECK (claims <> '{}'),
        CONSTRAINT trust_rules_life_check CHECK (expires_in_seconds BETWEEN 1 AND 3600)
      )`);
    await runner.query('CREATE INDEX trust_rules_issuer_idx ON trust_rules (issuer, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE trust_rules');
  }
}
