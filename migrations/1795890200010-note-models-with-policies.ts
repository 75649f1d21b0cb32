import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A model says whether a policy was ever set for it, so that those without one are listed by index. */
export class NoteModelsWithPolicies1795890200010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE models ADD COLUMN has_gate_policy boolean NOT NULL DEFAULT false`);
    await queryRunner.query(`
      CREATE FUNCTION note_gate_policy() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE models SET has_gate_policy = true WHERE id = NEW.model_id AND NOT has_gate_policy;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER gate_policy_revisions_noted AFTER INSERT ON gate_policy_revisions FOR EACH ROW
      WHEN (NEW.model_id IS NOT NULL) EXECUTE FUNCTION note_gate_policy()`);
    await queryRunner.query(`
      UPDATE models m SET has_gate_policy = true
      WHERE m.deleted_at IS NULL AND EXISTS (SELECT FROM gate_policy_revisions p WHERE p.model_id = m.id)`);
    await queryRunner.query(
      `CREATE INDEX models_without_policy_idx ON models (name) WHERE NOT has_gate_policy AND deleted_at IS NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER gate_policy_revisions_noted ON gate_policy_revisions`);
    await queryRunner.query(`DROP FUNCTION note_gate_policy()`);
    await queryRunner.query(`ALTER TABLE models DROP COLUMN has_gate_policy`);
  }
}
