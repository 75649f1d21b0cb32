import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Model } from '../models/model.entity.js';

/** What another registry said of a version when it was last taken over from there. */
@Entity('version_imports')
@ForeignKey(() => Model, ['modelId'], ['id'], { name: 'version_imports_model_fkey' })
export class VersionImport {
  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'version_imports_pkey' })
  modelId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'version_imports_pkey' })
  version: number;

  /** The address of the other registry. */
  @Column('text')
  source: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  /** Who registered it there; null where that is not known. */
  @Column('text', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  /** When it was last taken over; what changed later was changed here. */
  @Column({ type: 'timestamptz', name: 'imported_at', precision: 3 })
  importedAt: Date;
}
