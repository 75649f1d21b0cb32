import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What lists say of a gate report is kept beside it, so that none reads whole reports, and what a transition waits for beside
 * the transition, so that it can be listed by whom it awaits. Both may be null, as the previous release leaves them.
 */
export class KeepWhatListsShow1795890200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE transitions ADD COLUMN approval_demand json`);
    await queryRunner.query(guard('approval_demand::text'));
    await queryRunner.query(`ALTER TABLE gate_reports ADD COLUMN headline json`);
    await queryRunner.query(`ALTER TABLE gate_reports DISABLE TRIGGER USER`);
    await queryRunner.query(`UPDATE gate_reports r SET headline = ${HEADLINE}`);
    await queryRunner.query(`ALTER TABLE gate_reports ENABLE TRIGGER USER`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE gate_reports DROP COLUMN headline`);
    await queryRunner.query(guard());
    await queryRunner.query(`ALTER TABLE transitions DROP COLUMN approval_demand`);
  }
}

/** Of the measures of the worst status, that of the smallest improvement as a share of the incumbent's value. */
const HEADLINE = `json_build_object('message', r.report ->> 'message', 'worst', (
  SELECT json_build_object('metric', m -> 'metric', 'slice', m -> 'slice', 'status', m -> 'status',
    'improvement', m -> 'observed' -> 'improvement', 'margin', m -> 'required' -> 'margin', 'count', m -> 'observed' -> 'count')
  FROM jsonb_path_query(r.report::jsonb, '$.rules.**.measures[*] ? (@.status != "SKIPPED")') WITH ORDINALITY found (m, place)
  ORDER BY array_position(ARRAY['FAIL', 'ERROR', 'INCONCLUSIVE', 'PASS'], m ->> 'status'),
    (m -> 'observed' ->> 'improvement')::float8 / greatest(abs(coalesce((m -> 'observed' ->> 'incumbent')::float8, 0)), 1e-12)
      NULLS LAST,
    (m -> 'observed' ->> 'challenger') IS NULL,
    place
  LIMIT 1))`;

/** The guard of what a transition was asked for, with a further column in it. */
function guard(column?: string): string {
  const further = (row: string): string => (column === undefined ? '' : `, ${row}.${column}`);
  return `
      CREATE OR REPLACE FUNCTION guard_transitions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'awaiting_approval' THEN
          RAISE EXCEPTION 'transition % is final', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.model_id, NEW.version, NEW.from_stage, NEW.to_stage, NEW.kind, NEW.reason, NEW.alias, NEW.requested_by,
            NEW.requested_at, NEW.gate_report_id, NEW.pinned_incumbent, NEW.pinned_generation, NEW.pinned_policy_digest,
            NEW.pinned_evidence_digest, NEW.pinned_artifact_digest${further('NEW')})
           IS DISTINCT FROM
           (OLD.id, OLD.model_id, OLD.version, OLD.from_stage, OLD.to_stage, OLD.kind, OLD.reason, OLD.alias, OLD.requested_by,
            OLD.requested_at, OLD.gate_report_id, OLD.pinned_incumbent, OLD.pinned_generation, OLD.pinned_policy_digest,
            OLD.pinned_evidence_digest, OLD.pinned_artifact_digest${further('OLD')}) THEN
          RAISE EXCEPTION 'what transition % was asked for is immutable', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`;
}
