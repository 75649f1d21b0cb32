import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A data folder that holds prediction files, and when a replica last looked after it. */
@Entity('prediction_stores')
export class PredictionStore {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'prediction_stores_pkey' })
  id: string;

  @Column({ type: 'timestamptz', name: 'seen_at', precision: 3 })
  seenAt: Date;
}
