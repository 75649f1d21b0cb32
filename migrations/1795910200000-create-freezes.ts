import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Freezes: once, from a start to an end, or recurring, of the registry or of models by id, so that a rename changes nothing. One
 * that was ended stays, since it tells what held before. What is stored changes by its outcome alone, once, here and in every
 * table that names `guard_outcome` with the columns of its outcome, the first of which says whether there is one.
 */
export class CreateFreezes1795910200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL THEN
          RAISE EXCEPTION 'row % of % is final', OLD.id, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        IF to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV THEN
          RAISE EXCEPTION 'row % of % is immutable', OLD.id, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TABLE freezes (
        id uuid CONSTRAINT freezes_pkey PRIMARY KEY,
        name text NOT NULL,
        reason text NOT NULL,
        start_at timestamptz(3),
        end_at timestamptz(3),
        cron text,
        duration text,
        time_zone text NOT NULL,
        model_ids uuid[],
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        ended_at timestamptz(3),
        ended_by text,
        CONSTRAINT freezes_window_check CHECK (
          (start_at IS NOT NULL AND end_at > start_at AND cron IS NULL AND duration IS NULL)
          OR (start_at IS NULL AND end_at IS NULL AND cron IS NOT NULL AND duration IS NOT NULL)),
        CONSTRAINT freezes_ended_check CHECK ((ended_at IS NULL) = (ended_by IS NULL))
      )`);
    await runner.query(`CREATE INDEX freezes_open_idx ON freezes (end_at) WHERE ended_at IS NULL`);
    await runner.query(`
      CREATE TRIGGER freezes_guard BEFORE UPDATE ON freezes FOR EACH ROW EXECUTE FUNCTION guard_outcome('ended_at', 'ended_by')`);
    await runner.query(`
      CREATE TRIGGER freezes_keep BEFORE DELETE OR TRUNCATE ON freezes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE freezes');
    await runner.query('DROP FUNCTION guard_outcome()');
  }
}
