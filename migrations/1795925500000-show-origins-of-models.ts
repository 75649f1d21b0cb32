import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What MLflow's clients are shown of a model: what the other registry said comes first. Deleted ones are in these indexes as
 * well, since of one that leaves them out the database keeps no statistics of an expression.
 */
const INDEXES: [name: string, on: string][] = [
  ['models_shown_updated_at_idx', 'models (coalesce(origin_updated_at, updated_at), name)'],
  ['models_shown_created_at_idx', 'models (coalesce(origin_created_at, created_at), name)'],
  ['models_shown_created_by_idx', 'models (coalesce(origin_created_by, created_by), name)'],
];

/** In SQL, what a row `t` takes from what the other registry said of it. */
const toldBy = (imported: string): string =>
  `origin_created_at = ${imported}.created_at, origin_created_by = ${imported}.created_by,
   origin_updated_at = CASE WHEN t.updated_at <= ${imported}.imported_at THEN ${imported}.updated_at END`;
/** In SQL, whether an import is that of a row. */
const isOf = (imported: string, row: string): string => `${imported}.model_id = ${row}.id`;

/**
 * When and by whom another registry says that an imported model was made and changed, in the row itself, so that one index
 * orders it together with what was made here. What is changed here after the import was changed here.
 */
export class ShowOriginsOfModels1795925500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE models ADD COLUMN origin_created_at timestamptz(3), ADD COLUMN origin_created_by text,
       ADD COLUMN origin_updated_at timestamptz(3)`,
    );
    await runner.query(
      `UPDATE models t SET ${toldBy('i')} FROM model_imports i WHERE ${isOf('i', 't')} AND t.deleted_at IS NULL`,
    );
    for (const [name, on] of INDEXES) await runner.query(`CREATE INDEX ${name} ON ${on}`);
    // An import notes what it was told once it has made what it was told of.
    await runner.query(`
      CREATE FUNCTION tell_origin_of_model() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE models t SET ${toldBy('NEW')} WHERE ${isOf('NEW', 't')} AND t.deleted_at IS NULL;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER model_imports_tell_origin AFTER INSERT OR UPDATE ON model_imports
      FOR EACH ROW EXECUTE FUNCTION tell_origin_of_model()`);
    await runner.query(`
      CREATE FUNCTION note_change_of_model_here() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.updated_at > (SELECT i.imported_at FROM model_imports i WHERE ${isOf('i', 'NEW')})
        THEN NEW.origin_updated_at := NULL; END IF;
        RETURN NEW;
      END $$`);
    // What was made here never pays for it.
    await runner.query(`
      CREATE TRIGGER models_change_here BEFORE UPDATE OF updated_at ON models
      FOR EACH ROW WHEN (OLD.origin_updated_at IS NOT NULL) EXECUTE FUNCTION note_change_of_model_here()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER models_change_here ON models`);
    await runner.query(`DROP FUNCTION note_change_of_model_here`);
    await runner.query(`DROP TRIGGER model_imports_tell_origin ON model_imports`);
    await runner.query(`DROP FUNCTION tell_origin_of_model`);
    for (const [name] of [...INDEXES].reverse()) await runner.query(`DROP INDEX ${name}`);
    await runner.query(
      `ALTER TABLE models DROP COLUMN origin_created_at, DROP COLUMN origin_created_by, DROP COLUMN origin_updated_at`,
    );
  }
}
