import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

const COUNTER = { type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } } as const;

/** A part of the record whose content was written to a file and removed here; segments follow each other without a gap. */
@Entity('audit_segments')
@Unique('audit_segments_last_key', ['last'])
@Check('audit_segments_number_check', 'number > 0')
export class AuditSegment {
  /** From 1 on. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'audit_segments_pkey' })
  number: number;

  /** Sequences of its first and its last event. */
  @Column(COUNTER)
  first: number;

  @Column(COUNTER)
  last: number;

  /** Its events, and those of the record up to its end. */
  @Column(COUNTER)
  events: number;

  @Column(COUNTER)
  size: number;

  /** What a verification of the record up to its last event answers as `digest`. */
  @Column('text')
  digest: string;

  /** When its last event was written. */
  @Column({ type: 'timestamptz', name: 'last_at' })
  lastAt: Date;

  /** SHA-256 of the file up to its seal, hexadecimal. */
  @Column('text', { name: 'file_digest' })
  fileDigest: string;

  /** The signed note that ends the file. */
  @Column('text')
  seal: string;

  @Column({ type: 'timestamptz', name: 'archived_at', precision: 3 })
  archivedAt: Date;
}
