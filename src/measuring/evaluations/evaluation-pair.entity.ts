import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Evaluation } from './evaluation.entity.js';

/** Paired evidence of one slice: how challenger and incumbent did on the same rows. */
@Entity('evaluation_pairs')
@ForeignKey(() => Evaluation, ['evaluationId'], ['id'], { name: 'evaluation_pairs_evaluation_fkey' })
export class EvaluationPair {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'evaluation_pairs_pkey' })
  evaluationId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'evaluation_pairs_pkey' })
  position: number;

  @Column('integer', { name: 'incumbent_version' })
  incumbentVersion: number;

  @Column('text', { name: 'slice_key' })
  sliceKey: string;

  @Column('text')
  kind: string;

  @Column('jsonb')
  evidence: Record<string, unknown>;
}
