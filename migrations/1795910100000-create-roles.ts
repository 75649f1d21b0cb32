import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Roles of the organisation's own, and who has which role for which models. */
export class CreateRoles1795910100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roles (
        name text CONSTRAINT roles_pkey PRIMARY KEY,
        permissions text[] NOT NULL,
        description text NOT NULL DEFAULT '',
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        updated_by text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE role_bindings (
        id uuid CONSTRAINT role_bindings_pkey PRIMARY KEY,
        subject text,
        group_name text,
        role text NOT NULL,
        model_id uuid,
        model_prefix text,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT role_bindings_holder_check CHECK (num_nonnulls(subject, group_name) = 1),
        CONSTRAINT role_bindings_reach_check CHECK (num_nonnulls(model_id, model_prefix) <= 1)
      )`);
    await runner.query('CREATE INDEX role_bindings_subject_idx ON role_bindings (subject, id)');
    await runner.query('CREATE INDEX role_bindings_group_name_idx ON role_bindings (group_name, id)');
    await runner.query('CREATE INDEX role_bindings_role_idx ON role_bindings (role, id)');
    await runner.query('CREATE INDEX role_bindings_model_id_idx ON role_bindings (model_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_bindings');
    await runner.query('DROP TABLE roles');
  }
}
