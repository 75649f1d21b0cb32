import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** No alias is named like a stage; those that are from before stay until somebody deletes them. */
export class ReserveNamesOfStages1795888600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE model_aliases DROP CONSTRAINT model_aliases_alias_check`);
    await queryRunner.query(`
      ALTER TABLE model_aliases ADD CONSTRAINT model_aliases_alias_check CHECK (
        lower(alias) NOT IN ('champion', 'latest', 'none', 'staging', 'production', 'archived') AND alias !~* '^v[0-9]+$'
      ) NOT VALID`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE model_aliases DROP CONSTRAINT model_aliases_alias_check`);
    await queryRunner.query(`
      ALTER TABLE model_aliases ADD CONSTRAINT model_aliases_alias_check
        CHECK (lower(alias) NOT IN ('champion', 'latest') AND alias !~* '^v[0-9]+$')`);
  }
}
