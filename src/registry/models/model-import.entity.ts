import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Model } from './model.entity.js';

/** What another registry said of a model when it was last taken over from there. */
@Entity('model_imports')
@ForeignKey(() => Model, ['modelId'], ['id'], { name: 'model_imports_model_fkey' })
export class ModelImport {
  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'model_imports_pkey' })
  modelId: string;

  /** The address of the other registry. */
  @Column('text')
  source: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  /** Who made it there; null where that is not known. */
  @Column('text', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  /** Its description as an import last left it; null where an earlier release imported it. */
  @Column('text', { nullable: true })
  description: string | null;

  /** Its tags as an import last left them, with the description. */
  @Column('jsonb', { nullable: true })
  tags: Record<string, string> | null;

  /** Its owner as an import last left it; null where no import said one. */
  @Column('text', { nullable: true })
  owner: string | null;

  /** The aliases that imports have set, with the versions they set them to; null where an earlier release did. */
  @Column('jsonb', { nullable: true })
  aliases: Record<string, number> | null;

  /** When it was last taken over; what changed later was changed here. */
  @Column({ type: 'timestamptz', name: 'imported_at', precision: 3 })
  importedAt: Date;
}
