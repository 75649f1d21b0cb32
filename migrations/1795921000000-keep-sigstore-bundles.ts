import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The Sigstore bundle that an envelope came in; null for one that came alone. */
export class KeepSigstoreBundles1795921000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE version_signatures ADD COLUMN bundle json`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE version_signatures DROP COLUMN bundle`);
  }
}
