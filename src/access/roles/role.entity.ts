import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Permission } from '../../platform/access/permission.js';
import { BY_ROLE, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** A role of the organisation's own: a named set of permissions. */
@Entity('roles')
export class CustomRole {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'roles_pkey' })
  name: string;

  @Column({ type: 'text', array: true })
  permissions: Permission[];

  @Column({ type: 'text', default: '' })
  description: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy: string;
}

/** What the record tells of the organisation's roles. */
export const TOLD_ROLES: ToldRows = {
  kind: 'role',
  entity: CustomRole,
  key: BY_ROLE,
  states: ['role.defined'],
  ends: ['role.deleted'],
  told: ['permissions'],
};
