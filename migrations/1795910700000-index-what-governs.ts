import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Verification finds the newest event of a freeze, a hold, a signature or a role, whose events name it by a detail of their own. */
export class IndexWhatGoverns1795910700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX audit_events_governed_idx ON audit_events (${GOVERNED}, action) WHERE ${GOVERNED} IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_events_governed_idx');
  }
}

const GOVERNED = `(coalesce(details ->> 'freezeId', details ->> 'holdId', details ->> 'signatureId', details ->> 'role'))`;
