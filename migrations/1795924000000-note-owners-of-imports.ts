import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What imports say of a model besides its texts: the owner they left it with, and who made it there. */
export class NoteOwnersOfImports1795924000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE model_imports ADD COLUMN owner text, ADD COLUMN created_by text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE model_imports DROP COLUMN owner, DROP COLUMN created_by`);
  }
}
