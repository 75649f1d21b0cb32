import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What MLflow's clients are shown of a version: what the other registry said comes first. Deleted ones are in these indexes as
 * well, since of one that leaves them out the database keeps no statistics of an expression.
 */
const INDEXES: [name: string, on: string][] = [
  ['model_versions_shown_updated_at_idx', 'model_versions (coalesce(origin_updated_at, updated_at))'],
  ['model_versions_shown_created_at_idx', 'model_versions (coalesce(origin_created_at, created_at))'],
  ['model_versions_shown_of_model_idx', 'model_versions (model_id, coalesce(origin_updated_at, updated_at), version)'],
];

/** In SQL, what a row `t` takes from what the other registry said of it. */
const toldBy = (imported: string): string =>
  `origin_created_at = ${imported}.created_at, origin_created_by = ${imported}.created_by,
   origin_updated_at = CASE WHEN t.updated_at <= ${imported}.imported_at THEN ${imported}.updated_at END`;
/** In SQL, whether an import is that of a row. */
const isOf = (imported: string, row: string): string =>
  `${imported}.model_id = ${row}.model_id AND ${imported}.version = ${row}.version`;

/**
 * When and by whom another registry says that an imported version was made and changed, in the row itself, so that one index
 * orders it together with what was made here. What is changed here after the import was changed here.
 */
export class ShowOriginsOfVersions1795925600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE model_versions ADD COLUMN origin_created_at timestamptz(3), ADD COLUMN origin_created_by text,
       ADD COLUMN origin_updated_at timestamptz(3)`,
    );
    await runner.query(
      `UPDATE model_versions t SET ${toldBy('i')} FROM version_imports i WHERE ${isOf('i', 't')} AND t.deleted_at IS NULL`,
    );
    for (const [name, on] of INDEXES) await runner.query(`CREATE INDEX ${name} ON ${on}`);
    // An import notes what it was told once it has made what it was told of.
    await runner.query(`
      CREATE FUNCTION tell_origin_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE model_versions t SET ${toldBy('NEW')} WHERE ${isOf('NEW', 't')} AND t.deleted_at IS NULL;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER version_imports_tell_origin AFTER INSERT OR UPDATE ON version_imports
      FOR EACH ROW EXECUTE FUNCTION tell_origin_of_version()`);
    await runner.query(`
      CREATE FUNCTION note_change_of_version_here() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.updated_at > (SELECT i.imported_at FROM version_imports i WHERE ${isOf('i', 'NEW')})
        THEN NEW.origin_updated_at := NULL; END IF;
        RETURN NEW;
      END $$`);
    // What was made here never pays for it.
    await runner.query(`
      CREATE TRIGGER model_versions_change_here BEFORE UPDATE OF updated_at ON model_versions
      FOR EACH ROW WHEN (OLD.origin_updated_at IS NOT NULL) EXECUTE FUNCTION note_change_of_version_here()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER model_versions_change_here ON model_versions`);
    await runner.query(`DROP FUNCTION note_change_of_version_here`);
    await runner.query(`DROP TRIGGER version_imports_tell_origin ON version_imports`);
    await runner.query(`DROP FUNCTION tell_origin_of_version`);
    for (const [name] of [...INDEXES].reverse()) await runner.query(`DROP INDEX ${name}`);
    await runner.query(
      `ALTER TABLE model_versions DROP COLUMN origin_created_at, DROP COLUMN origin_created_by, DROP COLUMN origin_updated_at`,
    );
  }
}
