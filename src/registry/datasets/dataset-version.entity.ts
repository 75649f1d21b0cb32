import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { BY_ID, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** One registered version of a dataset, or of one split of it. */
@Entity('dataset_versions')
@Index('dataset_versions_split_key', { synchronize: false })
@Index('dataset_versions_version_idx', ['version', 'id'])
@Index('dataset_versions_digest_idx', ['digest', 'id'])
@Index('dataset_versions_created_by_idx', ['createdBy', 'id'])
@Index('dataset_versions_created_at_idx', ['createdAt', 'id'])
@Check('dataset_versions_row_count_check', 'row_count >= 0')
export class DatasetVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dataset_versions_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  version: string;

  @Column('text', { nullable: true })
  split: string | null;

  @Column('text', { nullable: true })
  digest: string | null;

  @Column('bigint', { name: 'row_count' })
  rowCount: string;

  /** Feature to value to number of rows; `__null__` counts the rows without a value. */
  @Column('jsonb')
  inventory: Record<string, Record<string, number>>;

  @Column('text', { default: '' })
  description: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('text', { name: 'created_by' })
  createdBy: string;
}

/** What the record tells of datasets. */
export const TOLD_DATASETS: ToldRows = {
  kind: 'dataset',
  entity: DatasetVersion,
  key: BY_ID,
  states: ['dataset.registered'],
};
