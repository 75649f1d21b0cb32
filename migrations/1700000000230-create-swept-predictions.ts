import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Kept predictions whose file is let go; what they were stays recorded. */
export class CreateSweptPredictions1700000000230 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE swept_predictions (
        id uuid NOT NULL,
        reason text NOT NULL,
        swept_at timestamptz(3) NOT NULL,
        CONSTRAINT swept_predictions_pkey PRIMARY KEY (id),
        CONSTRAINT swept_predictions_stored_fkey FOREIGN KEY (id) REFERENCES stored_predictions (id),
        CONSTRAINT swept_predictions_reason_check CHECK (reason IN ('deleted', 'superseded', 'expired'))
      )`);
    await queryRunner.query(`
      CREATE TRIGGER swept_predictions_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON swept_predictions FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change('what was let go stays recorded')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE swept_predictions`);
  }
}
