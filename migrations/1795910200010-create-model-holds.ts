import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Holds of models, set by a rollback or by hand until a person lifts them: one at a time, and those that were lifted stay. */
export class CreateModelHolds1795910200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE model_holds (
        id uuid CONSTRAINT model_holds_pkey PRIMARY KEY,
        model_id uuid NOT NULL CONSTRAINT model_holds_model_fkey REFERENCES models (id),
        reason text NOT NULL,
        transition_id uuid CONSTRAINT model_holds_transition_fkey REFERENCES transitions (id),
        set_at timestamptz(3) NOT NULL,
        set_by text NOT NULL,
        lifted_at timestamptz(3),
        lifted_by text,
        lift_reason text,
        CONSTRAINT model_holds_lifted_check CHECK (
          (lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL))
      )`);
    await runner.query(`CREATE UNIQUE INDEX model_holds_one_key ON model_holds (model_id) WHERE lifted_at IS NULL`);
    await runner.query(`
      CREATE TRIGGER model_holds_guard BEFORE UPDATE ON model_holds
      FOR EACH ROW EXECUTE FUNCTION guard_outcome('lifted_at', 'lifted_by', 'lift_reason')`);
    await runner.query(`
      CREATE TRIGGER model_holds_keep BEFORE DELETE OR TRUNCATE ON model_holds
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE model_holds');
  }
}
