import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row, whose revision triggers renew with each change of what rights rest on: bindings, roles, names of models. */
@Entity('rights_revisions')
@Check('rights_revisions_one_check', 'is_current')
export class RightsRevision {
  @PrimaryColumn({ type: 'boolean', name: 'is_current', primaryKeyConstraintName: 'rights_revisions_pkey' })
  isCurrent: boolean;

  @Column({ type: 'uuid' })
  revision: string;
}
