import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A version says who asked for its promotion and who approved it, beside whose call applied it; tenures are listed by index. */
export class TellPromotersApart1795888510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE model_versions ADD COLUMN promotion_requested_by text,
        ADD COLUMN promotion_approved_by text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`
      UPDATE model_versions v SET promotion_requested_by = t.requested_by,
        promotion_approved_by = coalesce((SELECT array_agg(a.decided_by ORDER BY a.id) FROM transition_approvals a
          WHERE a.transition_id = t.id AND a.decision = 'approve'), '{}')
      FROM transitions t
      WHERE t.model_id = v.model_id AND t.version = v.version AND t.status = 'applied' AND t.to_stage = 'Production'
        AND t.settled_at = v.promoted_at`);
    for (const [name, place] of INDEXES) await runner.query(`CREATE INDEX ${name} ON ${place}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of [...INDEXES].reverse()) await runner.query(`DROP INDEX ${name}`);
    await runner.query(
      'ALTER TABLE model_versions DROP COLUMN promotion_requested_by, DROP COLUMN promotion_approved_by',
    );
  }
}

const INDEXES: readonly [name: string, place: string][] = [
  ['production_tenures_start_idx', 'production_tenures (model_id, lower(held))'],
  ['transitions_model_version_idx', 'transitions (model_id, version, id)'],
  ['transitions_version_idx', 'transitions (version, id)'],
  ['transitions_applied_idx', `transitions (model_id, settled_at) WHERE status = 'applied'`],
];
