import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Indexes for the values that are rare. A list of what nearly every row has is found by walking the rows in the order of the
 * list, so an entry for each promotion or registration would be written for nobody.
 */
export class CheapenListIndexes1795888700000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const { name, on, rare } of INDEXES) await replace(queryRunner, name, `${on} WHERE ${rare}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name, on, before } of [...INDEXES].reverse())
      await replace(queryRunner, name, before === undefined ? on : `${on} WHERE ${before}`);
  }
}

async function replace(queryRunner: QueryRunner, name: string, place: string): Promise<void> {
  await queryRunner.query(`DROP INDEX ${name}`);
  await queryRunner.query(`CREATE INDEX ${name} ON ${place}`);
}

interface RareIndex {
  name: string;
  on: string;
  rare: string;
  /** What restricted the index that this one takes the place of. */
  before?: string;
}

const INDEXES: readonly RareIndex[] = [
  { name: 'transitions_status_idx', on: 'transitions (status, id)', rare: `status <> 'applied'` },
  { name: 'transitions_kind_idx', on: 'transitions (kind, id)', rare: `kind <> 'promote'` },
  { name: 'transitions_to_stage_idx', on: 'transitions (to_stage, id)', rare: `to_stage <> 'Production'` },
  {
    name: 'model_versions_in_stage_idx',
    on: 'model_versions (stage, model_id)',
    rare: `deleted_at IS NULL AND stage IN ('Staging', 'Archived')`,
    before: 'deleted_at IS NULL',
  },
];
