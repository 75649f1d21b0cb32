import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { type DsseEnvelope } from '../../values/dsse.js';
import { Transition } from '../transitions/transition.entity.js';

/** The attestation of an applied transition, as it was signed when it was first asked for. */
@Entity('attestations')
export class Attestation {
  @ForeignKey(() => Transition, { name: 'attestations_transition_fkey' })
  @PrimaryColumn('uuid', { name: 'transition_id', primaryKeyConstraintName: 'attestations_pkey' })
  transitionId: string;

  @Column('json')
  envelope: DsseEnvelope;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
