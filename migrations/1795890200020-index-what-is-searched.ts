import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Models are found by the beginnings of the words of their names, versions by the beginnings of what identifies them. */
export class IndexWhatIsSearched1795890200020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, place] of INDEXES) await queryRunner.query(`CREATE INDEX ${name} ON ${place}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [name] of [...INDEXES].reverse()) await queryRunner.query(`DROP INDEX ${name}`);
  }
}

const INDEXES: readonly [name: string, place: string][] = [
  [
    'models_name_words_idx',
    `models USING gin (to_tsvector('simple'::regconfig, translate(name, '-._', '   '))) WHERE deleted_at IS NULL`,
  ],
  ['models_name_start_idx', `models (lower(name) text_pattern_ops) WHERE deleted_at IS NULL`],
  ['model_versions_run_id_start_idx', `model_versions (run_id text_pattern_ops) WHERE run_id IS NOT NULL`],
  ['model_versions_commit_start_idx', `model_versions (git_commit text_pattern_ops) WHERE git_commit IS NOT NULL`],
  [
    'model_versions_digest_start_idx',
    `model_versions (artifact_digest text_pattern_ops) WHERE artifact_digest IS NOT NULL`,
  ],
  ['production_tenures_held_idx', 'production_tenures USING gist (held)'],
];
