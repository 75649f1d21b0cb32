import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Permission } from '../../platform/access/permission.js';

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
