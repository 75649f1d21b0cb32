import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Policy revisions of a model (scope = its id) or of the registry, and the reports judged by them. */
export class CreateGatePolicies1700000000150 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE gate_policy_revisions (
        scope text NOT NULL,
        revision integer NOT NULL,
        model_id uuid,
        source json NOT NULL,
        policy json NOT NULL,
        digest text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT gate_policy_revisions_pkey PRIMARY KEY (scope, revision),
        CONSTRAINT gate_policy_revisions_model_fkey FOREIGN KEY (model_id) REFERENCES models (id),
        CONSTRAINT gate_policy_revisions_scope_check CHECK (scope = coalesce(model_id::text, 'registry')),
        CONSTRAINT gate_policy_revisions_revision_check CHECK (revision > 0)
      )`);
    await queryRunner.query(`
      CREATE TABLE gate_reports (
        id uuid NOT NULL,
        model_id uuid NOT NULL,
        challenger integer NOT NULL,
        incumbent integer,
        to_stage text NOT NULL,
        verdict text NOT NULL,
        policy_digest text NOT NULL,
        evidence_digest text NOT NULL,
        digest text NOT NULL,
        report json NOT NULL,
        inputs json NOT NULL,
        judged_at timestamptz(3) NOT NULL,
        CONSTRAINT gate_reports_pkey PRIMARY KEY (id),
        CONSTRAINT gate_reports_version_fkey FOREIGN KEY (model_id, challenger) REFERENCES model_versions (model_id, version),
        CONSTRAINT gate_reports_verdict_check CHECK (verdict IN ('PASS', 'FAIL', 'ERROR', 'INCONCLUSIVE'))
      )`);
    await queryRunner.query(`CREATE INDEX gate_reports_version_idx ON gate_reports (model_id, challenger, id)`);
    for (const table of ['gate_policy_revisions', 'gate_reports']) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT
        EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE gate_reports`);
    await queryRunner.query(`DROP TABLE gate_policy_revisions`);
  }
}
