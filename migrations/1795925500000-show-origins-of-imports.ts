import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What MLflow's clients are shown of a version and of a model: what the other registry said comes first. Deleted ones are in
 * these indexes as well, since of one that leaves them out the database keeps no statistics of an expression.
 */
const INDEXES: [name: string, on: string][] = [
  ['model_versions_shown_updated_at_idx', 'model_versions (coalesce(origin_updated_at, updated_at))'],
  ['model_versions_shown_created_at_idx', 'model_versions (coalesce(origin_created_at, created_at))'],
  ['model_versions_shown_of_model_idx', 'model_versions (model_id, coalesce(origin_updated_at, updated_at), version)'],
  ['models_shown_updated_at_idx', 'models (coalesce(origin_updated_at, updated_at), name)'],
  ['models_shown_created_at_idx', 'models (coalesce(origin_created_at, created_at), name)'],
  ['models_shown_created_by_idx', 'models (coalesce(origin_created_by, created_by), name)'],
];

/** A kind of thing that is imported: its table, the table of what the other registry said of it, and what of the two is the same. */
interface Imported {
  kind: string;
  table: string;
  imports: string;
  isOf: (imported: string, row: string) => string;
}

const IMPORTED: Imported[] = [
  {
    kind: 'version',
    table: 'model_versions',
    imports: 'version_imports',
    isOf: (imported, row) => `${imported}.model_id = ${row}.model_id AND ${imported}.version = ${row}.version`,
  },
  {
    kind: 'model',
    table: 'models',
    imports: 'model_imports',
    isOf: (imported, row) => `${imported}.model_id = ${row}.id`,
  },
];

/** In SQL, what a row `t` takes from what the other registry said of it. */
const toldBy = (imported: string): string =>
  `origin_created_at = ${imported}.created_at, origin_created_by = ${imported}.created_by,
   origin_updated_at = CASE WHEN t.updated_at <= ${imported}.imported_at THEN ${imported}.updated_at END`;

/**
 * When and by whom another registry says that an imported model or version was made and changed, in the row itself, so that
 * one index orders these together with what was made here. What is changed here after the import was changed here.
 */
export class ShowOriginsOfImports1795925500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const imported of IMPORTED) await this.keepOrigins(runner, imported);
    for (const [name, on] of INDEXES) await runner.query(`CREATE INDEX ${name} ON ${on}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of [...INDEXES].reverse()) await runner.query(`DROP INDEX ${name}`);
    for (const { kind, table, imports } of [...IMPORTED].reverse()) {
      await runner.query(`DROP TRIGGER ${table}_change_here ON ${table}`);
      await runner.query(`DROP FUNCTION note_change_of_${kind}_here`);
      await runner.query(`DROP TRIGGER ${imports}_tell_origin ON ${imports}`);
      await runner.query(`DROP FUNCTION tell_origin_of_${kind}`);
      await runner.query(
        `ALTER TABLE ${table} DROP COLUMN origin_created_at, DROP COLUMN origin_created_by, DROP COLUMN origin_updated_at`,
      );
    }
  }

  private async keepOrigins(runner: QueryRunner, { kind, table, imports, isOf }: Imported): Promise<void> {
    await runner.query(
      `ALTER TABLE ${table} ADD COLUMN origin_created_at timestamptz(3), ADD COLUMN origin_created_by text,
       ADD COLUMN origin_updated_at timestamptz(3)`,
    );
    await runner.query(
      `UPDATE ${table} t SET ${toldBy('i')} FROM ${imports} i WHERE ${isOf('i', 't')} AND t.deleted_at IS NULL`,
    );
    // An import notes what it was told once it has made what it was told of.
    await runner.query(`
      CREATE FUNCTION tell_origin_of_${kind}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE ${table} t SET ${toldBy('NEW')} WHERE ${isOf('NEW', 't')} AND t.deleted_at IS NULL;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER ${imports}_tell_origin AFTER INSERT OR UPDATE ON ${imports}
      FOR EACH ROW EXECUTE FUNCTION tell_origin_of_${kind}()`);
    await runner.query(`
      CREATE FUNCTION note_change_of_${kind}_here() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.updated_at > (SELECT i.imported_at FROM ${imports} i WHERE ${isOf('i', 'NEW')})
        THEN NEW.origin_updated_at := NULL; END IF;
        RETURN NEW;
      END $$`);
    // What was made here never pays for it.
    await runner.query(`
      CREATE TRIGGER ${table}_change_here BEFORE UPDATE OF updated_at ON ${table}
      FOR EACH ROW WHEN (OLD.origin_updated_at IS NOT NULL) EXECUTE FUNCTION note_change_of_${kind}_here()`);
  }
}
