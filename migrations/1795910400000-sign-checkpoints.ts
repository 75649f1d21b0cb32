import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The Merkle tree over the record, of which whole blocks of events keep their hashes, and the checkpoints that were signed of it. */
export class SignCheckpoints1795910400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_tree_nodes (
        level integer NOT NULL CONSTRAINT audit_tree_nodes_level_check CHECK (level >= 8),
        index bigint NOT NULL,
        through bigint NOT NULL,
        hash text NOT NULL CONSTRAINT audit_tree_nodes_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT audit_tree_nodes_pkey PRIMARY KEY (level, index)
      )`);
    await runner.query('CREATE INDEX audit_tree_nodes_through_idx ON audit_tree_nodes (level, through)');
    await runner.query(`
      CREATE TABLE audit_checkpoints (
        size bigint NOT NULL,
        key_id text NOT NULL,
        note text NOT NULL,
        CONSTRAINT audit_checkpoints_pkey PRIMARY KEY (size, key_id)
      )`);
    for (const table of TABLES) {
      await runner.query(`
        CREATE TRIGGER ${table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = ['audit_tree_nodes', 'audit_checkpoints'];
