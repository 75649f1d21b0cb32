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
  /** Whether rows are told of before they are there. */
  isToldFirst: boolean;
  isOf: (imported: string, row: string) => string;
}

const IMPORTED: Imported[] = [
  {
    kind: 'version',
    table: 'model_versions',
    imports: 'version_imports',
    isToldFirst: true,
    isOf: (imported, row) => `${imported}.model_id = ${row}.model_id AND ${imported}.version = ${row}.version`,
  },
  {
    kind: 'model',
    table: 'models',
    imports: 'model_imports',
    isToldFirst: false,
    isOf: (imported, row) => `${imported}.model_id = ${row}.id`,
  },
];

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
      await runner.query(`DROP TRIGGER ${imports}_tell_origin ON ${imports}`);
      await runner.query(`DROP FUNCTION tell_origin_of_${kind}`);
      await runner.query(`DROP TRIGGER ${table}_take_origin ON ${table}`);
      await runner.query(`DROP FUNCTION take_origin_of_${kind}`);
      await runner.query(
        `ALTER TABLE ${table} DROP COLUMN origin_created_at, DROP COLUMN origin_created_by, DROP COLUMN origin_updated_at`,
      );
    }
  }

  private async keepOrigins(runner: QueryRunner, { kind, table, imports, isToldFirst, isOf }: Imported): Promise<void> {
    await runner.query(
      `ALTER TABLE ${table} ADD COLUMN origin_created_at timestamptz(3), ADD COLUMN origin_created_by text,
       ADD COLUMN origin_updated_at timestamptz(3)`,
    );
    await runner.query(`
      CREATE FUNCTION take_origin_of_${kind}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT i.created_at, i.created_by, CASE WHEN NEW.updated_at <= i.imported_at THEN i.updated_at END
          INTO NEW.origin_created_at, NEW.origin_created_by, NEW.origin_updated_at
          FROM ${imports} i WHERE ${isOf('i', 'NEW')};
        RETURN NEW;
      END $$`);
    // It is named to come after the trigger that gives a version its number.
    await runner.query(`
      CREATE TRIGGER ${table}_take_origin BEFORE ${isToldFirst ? 'INSERT OR ' : ''}UPDATE OF updated_at ON ${table}
      FOR EACH ROW EXECUTE FUNCTION take_origin_of_${kind}()`);
    await runner.query(`
      CREATE FUNCTION tell_origin_of_${kind}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE ${table} t SET updated_at = t.updated_at WHERE ${isOf('NEW', 't')} AND t.deleted_at IS NULL;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER ${imports}_tell_origin AFTER INSERT OR UPDATE ON ${imports}
      FOR EACH ROW EXECUTE FUNCTION tell_origin_of_${kind}()`);
    await runner.query(
      `UPDATE ${table} t SET updated_at = t.updated_at FROM ${imports} i WHERE ${isOf('i', 't')} AND t.deleted_at IS NULL`,
    );
  }
}
