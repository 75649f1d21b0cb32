import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { BY_ID, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** A role of a subject or a group: for the registry, for a model, which is named by its id so that a rename changes nothing, or for all models whose names begin alike. */
@Entity('role_bindings')
@Index('role_bindings_subject_idx', ['subject', 'id'])
@Index('role_bindings_group_name_idx', ['group', 'id'])
@Index('role_bindings_role_idx', ['role', 'id'])
@Index('role_bindings_model_id_idx', ['modelId', 'id'])
@Check('role_bindings_holder_check', 'num_nonnulls(subject, group_name) = 1')
@Check('role_bindings_reach_check', 'num_nonnulls(model_id, model_prefix) <= 1')
export class RoleBinding {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'role_bindings_pkey' })
  id: string;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ type: 'text', name: 'group_name', nullable: true })
  group: string | null;

  @Column({ type: 'text' })
  role: string;

  @Column({ type: 'uuid', name: 'model_id', nullable: true })
  modelId: string | null;

  @Column({ type: 'text', name: 'model_prefix', nullable: true })
  modelPrefix: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;
}

/** A binding with the name that its model has now. */
export interface RoleBindingRow extends RoleBinding {
  model: string | null;
}

/** What the record tells of role bindings. */
export const TOLD_ROLE_BINDINGS: ToldRows = {
  kind: 'role_binding',
  entity: RoleBinding,
  key: BY_ID,
  states: ['role_binding.created'],
  ends: ['role_binding.deleted'],
  told: ['subject', 'group', 'role', 'modelPrefix'],
};
