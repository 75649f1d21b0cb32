import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Tenures follow the stage of a version by trigger, so no code can forget one.
 * The exclusion runs over a range type of our own: btree_gist need not be installed.
 */
export class CreateProductionTenures1700000000120 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TYPE uuid_range AS RANGE (subtype = uuid)`);
    await queryRunner.query(`
      CREATE TABLE production_tenures (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        model_id uuid NOT NULL,
        version integer NOT NULL,
        held tstzrange NOT NULL,
        CONSTRAINT production_tenures_pkey PRIMARY KEY (id),
        CONSTRAINT production_tenures_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version),
        CONSTRAINT production_tenures_held_check CHECK (NOT isempty(held) AND lower_inc(held) AND NOT upper_inc(held)),
        CONSTRAINT production_tenures_no_overlap EXCLUDE USING gist (uuid_range(model_id, model_id, '[]') WITH &&, held WITH &&)
      )`);
    await queryRunner.query(`CREATE INDEX production_tenures_version_idx ON production_tenures (model_id, version)`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX production_tenures_open_key ON production_tenures (model_id) WHERE upper_inf(held)`,
    );
    await this.followStage(queryRunner);
    await queryRunner.query(`
      CREATE FUNCTION guard_production_tenures() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF pg_trigger_depth() < 2 OR TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NOT upper_inf(OLD.held)) THEN
          RAISE EXCEPTION 'tenures follow the stage of a version and are not written by hand' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER production_tenures_guard BEFORE INSERT OR UPDATE OR DELETE ON production_tenures
      FOR EACH ROW EXECUTE FUNCTION guard_production_tenures()`);
    await queryRunner.query(`
      CREATE TRIGGER production_tenures_keep BEFORE TRUNCATE ON production_tenures FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change()`);
  }

  private async followStage(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION follow_production_stage() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.stage = 'Production' THEN
          UPDATE production_tenures SET held = tstzrange(lower(held), NEW.stage_entered_at)
            WHERE model_id = NEW.model_id AND upper_inf(held);
        ELSE
          INSERT INTO production_tenures (model_id, version, held)
            VALUES (NEW.model_id, NEW.version, tstzrange(NEW.stage_entered_at, NULL));
        END IF;
        UPDATE models SET generation = generation + 1, updated_at = NEW.stage_entered_at WHERE id = NEW.model_id;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER model_versions_tenure AFTER UPDATE OF stage ON model_versions FOR EACH ROW
      WHEN (OLD.stage IS DISTINCT FROM NEW.stage AND (OLD.stage = 'Production' OR NEW.stage = 'Production'))
      EXECUTE FUNCTION follow_production_stage()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER model_versions_tenure ON model_versions`);
    await queryRunner.query(`DROP FUNCTION follow_production_stage()`);
    await queryRunner.query(`DROP TABLE production_tenures`);
    await queryRunner.query(`DROP FUNCTION guard_production_tenures()`);
    await queryRunner.query(`DROP TYPE uuid_range`);
  }
}
