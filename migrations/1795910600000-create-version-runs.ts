import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a tracking server says of the run of a version, read once after the registration and then never changed. */
export class CreateVersionRuns1795910600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE version_runs (
        model_id uuid NOT NULL,
        version integer NOT NULL,
        status text NOT NULL CONSTRAINT version_runs_status_check CHECK (status IN ('pending', 'read', 'unreadable')),
        server text NOT NULL,
        run_id text,
        read_at timestamptz(3),
        reason text,
        record jsonb,
        digest text,
        CONSTRAINT version_runs_pkey PRIMARY KEY (model_id, version),
        CONSTRAINT version_runs_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version),
        CONSTRAINT version_runs_read_check CHECK ((status = 'read') = (record IS NOT NULL AND digest IS NOT NULL))
      )`);
    await runner.query(`
      CREATE FUNCTION guard_version_runs() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.status = 'read' THEN
          RAISE EXCEPTION 'what was read of the run of version % is immutable', OLD.version USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER version_runs_guard BEFORE UPDATE OR DELETE ON version_runs
      FOR EACH ROW EXECUTE FUNCTION guard_version_runs()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE version_runs');
    await runner.query('DROP FUNCTION guard_version_runs');
  }
}
