import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Policies ask for approvals of roles that an organisation names itself; tokens carry them beside what they permit. */
export class GiveTokensApprovalRoles1700000000250 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE tokens ADD COLUMN approval_roles text[] NOT NULL DEFAULT '{}'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE tokens DROP COLUMN approval_roles`);
  }
}
