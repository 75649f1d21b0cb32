import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

const COUNTER = { type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } } as const;

/** The hash of a complete tree over 2^level events, which never changes; smaller trees are made anew from their events. */
@Entity('audit_tree_nodes')
@Index('audit_tree_nodes_through_idx', ['level', 'through'])
@Check('audit_tree_nodes_level_check', 'level >= 8')
@Check('audit_tree_nodes_hash_check', `hash ~ '^[0-9a-f]{64}$'`)
export class RecordTreeNode {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'audit_tree_nodes_pkey' })
  level: number;

  /** Its place among the trees of its level, from 0 on. */
  @PrimaryColumn({ ...COUNTER, primaryKeyConstraintName: 'audit_tree_nodes_pkey' })
  index: number;

  /** The sequence of its last event. */
  @Column(COUNTER)
  through: number;

  /** Hexadecimal. */
  @Column('text')
  hash: string;
}
