import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What imports left of a model, which tells apart what was changed here; null where an earlier release imported it. */
export class NoteWhatImportsLeave1795922000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE model_imports ADD COLUMN description text, ADD COLUMN tags jsonb, ADD COLUMN aliases jsonb`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE model_imports DROP COLUMN description, DROP COLUMN tags, DROP COLUMN aliases`);
  }
}
