import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Waivers of inconclusive rules; what was granted never changes, and is revoked once. */
export class CreateWaivers1795910300010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE waivers (
        id uuid NOT NULL,
        model_id uuid NOT NULL,
        version integer NOT NULL,
        to_stage text NOT NULL,
        rule_id text NOT NULL,
        reason text NOT NULL,
        policy_digest text NOT NULL,
        evidence_digest text NOT NULL,
        granted_by text NOT NULL,
        granted_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        revoked_by text,
        CONSTRAINT waivers_pkey PRIMARY KEY (id),
        CONSTRAINT waivers_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version),
        CONSTRAINT waivers_to_stage_check CHECK (to_stage IN ('Production', 'Staging')),
        CONSTRAINT waivers_time_check CHECK (expires_at > granted_at),
        CONSTRAINT waivers_revoked_check CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      )`);
    await queryRunner.query(`CREATE INDEX waivers_version_idx ON waivers (model_id, version, id)`);
    await queryRunner.query(`
      CREATE FUNCTION guard_waivers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR
           (NEW.id, NEW.model_id, NEW.version, NEW.to_stage, NEW.rule_id, NEW.reason, NEW.policy_digest, NEW.evidence_digest,
            NEW.granted_by, NEW.granted_at, NEW.expires_at)
           IS DISTINCT FROM
           (OLD.id, OLD.model_id, OLD.version, OLD.to_stage, OLD.rule_id, OLD.reason, OLD.policy_digest, OLD.evidence_digest,
            OLD.granted_by, OLD.granted_at, OLD.expires_at) THEN
          RAISE EXCEPTION 'waiver % is immutable', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(
      `CREATE TRIGGER waivers_guard BEFORE UPDATE ON waivers FOR EACH ROW EXECUTE FUNCTION guard_waivers()`,
    );
    await queryRunner.query(`
      CREATE TRIGGER waivers_keep BEFORE DELETE OR TRUNCATE ON waivers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE waivers`);
    await queryRunner.query(`DROP FUNCTION guard_waivers()`);
  }
}
