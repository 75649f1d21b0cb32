import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Registered dataset versions with their slice inventory: what an evaluation on them must cover. */
export class CreateDatasetVersions1700000000170 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE dataset_versions (
        id uuid NOT NULL,
        name text NOT NULL,
        version text NOT NULL,
        split text,
        digest text,
        row_count bigint NOT NULL,
        inventory jsonb NOT NULL,
        description text NOT NULL DEFAULT '',
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT dataset_versions_pkey PRIMARY KEY (id),
        CONSTRAINT dataset_versions_row_count_check CHECK (row_count >= 0)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX dataset_versions_split_key ON dataset_versions (name, version, split) NULLS NOT DISTINCT`,
    );
    await queryRunner.query(`
      CREATE TRIGGER dataset_versions_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON dataset_versions FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change('evidence is immutable')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE dataset_versions`);
  }
}
