import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What rights rest on: bindings, roles, and the models by whose names they are told. */
const SOURCES = [
  ['role_bindings', 'INSERT OR UPDATE OR DELETE', ''],
  ['roles', 'INSERT OR UPDATE OR DELETE', ''],
  [
    'models',
    'UPDATE OF name, deleted_at',
    'WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at)',
  ],
] as const;

/**
 * One value that is another after each change of what rights rest on, so that a replica may keep the rights that it read for as
 * long as it finds the same. It is written as a transaction ends: no two that change rights wait for each other before that.
 */
export class NumberChangesOfRights1795910710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rights_revisions (
        is_current boolean CONSTRAINT rights_revisions_pkey PRIMARY KEY
          CONSTRAINT rights_revisions_one_check CHECK (is_current),
        revision uuid NOT NULL
      )`);
    await runner.query('INSERT INTO rights_revisions VALUES (true, gen_random_uuid())');
    // Random rather than counted, so that no database that was put back to an earlier moment comes to a value again.
    await runner.query(`
      CREATE FUNCTION renew_rights_revision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO rights_revisions VALUES (true, gen_random_uuid())
        ON CONFLICT (is_current) DO UPDATE SET revision = excluded.revision;
        RETURN NULL;
      END $$`);
    for (const [table, changes, condition] of SOURCES)
      await runner.query(`
        CREATE CONSTRAINT TRIGGER ${table}_renew_rights_revision AFTER ${changes} ON ${table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW ${condition} EXECUTE FUNCTION renew_rights_revision()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of SOURCES) await runner.query(`DROP TRIGGER ${table}_renew_rights_revision ON ${table}`);
    await runner.query('DROP FUNCTION renew_rights_revision');
    await runner.query('DROP TABLE rights_revisions');
  }
}
