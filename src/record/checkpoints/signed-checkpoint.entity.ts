import { Column, Entity, PrimaryColumn } from 'typeorm';

const COUNTER = { type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } } as const;

/** The first checkpoint of a size that a key signed: whoever asks again gets the same note. */
@Entity('audit_checkpoints')
export class SignedCheckpoint {
  @PrimaryColumn({ ...COUNTER, primaryKeyConstraintName: 'audit_checkpoints_pkey' })
  size: number;

  @PrimaryColumn('text', { name: 'key_id', primaryKeyConstraintName: 'audit_checkpoints_pkey' })
  keyId: string;

  @Column('text')
  note: string;
}
