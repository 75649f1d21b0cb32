import { Column, Entity, PrimaryColumn } from 'typeorm';

const COUNTER = { type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } } as const;

/** The newest link of a chain; a record cut short at its end no longer agrees with it. */
@Entity('audit_chains')
export class AuditChain {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'audit_chains_pkey' })
  chain: string;

  @Column(COUNTER)
  position: number;

  @Column(COUNTER)
  sequence: number;

  @Column({ type: 'text' })
  hash: string;
}
