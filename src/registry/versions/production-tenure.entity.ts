import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ModelVersion } from './model-version.entity.js';

/** A time span in which a version held Production; written only by the database's triggers. */
@Entity('production_tenures')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], {
  name: 'production_tenures_version_fkey',
})
@Check('production_tenures_held_check', 'NOT isempty(held) AND lower_inc(held) AND NOT upper_inc(held)')
@Exclusion('production_tenures_no_overlap', `USING gist (uuid_range(model_id, model_id, '[]') WITH &&, held WITH &&)`)
@Index('production_tenures_version_idx', ['modelId', 'version'])
@Index('production_tenures_start_idx', { synchronize: false })
@Index('production_tenures_held_idx', { synchronize: false })
@Index('production_tenures_open_key', ['modelId'], { unique: true, where: 'upper_inf(held)' })
export class ProductionTenure {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'production_tenures_pkey' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  version: number;

  /** Half open: from the promotion to the displacement, unbounded while it lasts. */
  @Column('tstzrange')
  held: string;
}
