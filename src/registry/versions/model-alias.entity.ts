import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ModelVersion } from './model-version.entity.js';

/** A free name for a version; champion is not stored, it is read off Production. */
@Entity('model_aliases')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], { name: 'model_aliases_version_fkey' })
@Index('model_aliases_version_idx', ['modelId', 'version'])
@Check(
  'model_aliases_alias_check',
  `lower(alias) NOT IN ('champion', 'latest', 'none', 'staging', 'production', 'archived') AND alias !~* '^v[0-9]+$'`,
)
export class ModelAlias {
  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'model_aliases_pkey' })
  modelId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'model_aliases_pkey' })
  alias: string;

  @Column('integer')
  version: number;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @Column('text', { name: 'updated_by' })
  updatedBy: string;
}
