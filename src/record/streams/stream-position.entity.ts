import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Up to where of the record a stream was sent; one process at a time sends it, so that the order is kept. */
@Entity('stream_positions')
@Check('stream_positions_lease_check', '(lease_owner IS NULL) = (lease_expires_at IS NULL)')
export class StreamPosition {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'stream_positions_pkey' })
  stream: string;

  /** Every event up to this sequence was sent, or is not to be sent. */
  @Column({ type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } })
  position: number;

  @Column({ type: 'uuid', name: 'lease_owner', nullable: true })
  leaseOwner: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'lease_expires_at', nullable: true })
  leaseExpiresAt: Date | null;
}
