import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type DsseEnvelope } from '../../values/dsse.js';
import { ModelVersion } from '../versions/model-version.entity.js';
import { type SigstoreBundle } from './sigstore-bundle.js';
import { byOwnDetail, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** A signature over the artifact of a version, kept as it was sent. */
@Entity('version_signatures')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], {
  name: 'version_signatures_version_fkey',
})
@Unique('version_signatures_digest_key', ['modelId', 'version', 'digest'])
export class VersionSignature {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'version_signatures_pkey' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  version: number;

  @Column('json')
  envelope: DsseEnvelope;

  /** The Sigstore bundle that the envelope came in, as it was sent; null for one that came alone. */
  @Column('json', { nullable: true })
  bundle: SigstoreBundle | null;

  /** Of the bundle, or else the envelope, as canonical JSON. */
  @Column('text')
  digest: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('text', { name: 'created_by' })
  createdBy: string;
}

/** What the record tells of signatures over artifacts. */
export const TOLD_SIGNATURES: ToldRows = {
  kind: 'signature',
  entity: VersionSignature,
  key: byOwnDetail('signatureId'),
  states: ['version.signed'],
  told: ['digest'],
};
