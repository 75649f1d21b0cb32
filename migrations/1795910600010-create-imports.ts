import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What another registry says of models and versions that were taken over from it, beside what this one saw itself. */
export class CreateImports1795910600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE model_imports (
        model_id uuid CONSTRAINT model_imports_pkey PRIMARY KEY
          CONSTRAINT model_imports_model_fkey REFERENCES models (id),
        source text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        imported_at timestamptz(3) NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE version_imports (
        model_id uuid NOT NULL CONSTRAINT version_imports_model_fkey REFERENCES models (id),
        version integer NOT NULL,
        source text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text,
        updated_at timestamptz(3) NOT NULL,
        imported_at timestamptz(3) NOT NULL,
        CONSTRAINT version_imports_pkey PRIMARY KEY (model_id, version)
      )`);
    // A gap in the numbers is left where the other registry has one: the next version registered has the number announced here.
    await runner.query(`
      CREATE FUNCTION announce_imported_number() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE models SET last_version = NEW.version - 1 WHERE id = NEW.model_id AND last_version < NEW.version - 1;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER version_imports_announce BEFORE INSERT ON version_imports
      FOR EACH ROW EXECUTE FUNCTION announce_imported_number()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE version_imports');
    await runner.query('DROP FUNCTION announce_imported_number');
    await runner.query('DROP TABLE model_imports');
  }
}
