import { type EntityManager } from 'typeorm';
import { type DsseEnvelope } from '../../values/dsse.js';
import { VersionSignature } from './version-signature.entity.js';

/** The signatures over the artifact of a version, oldest first. */
export function listSignatures(manager: EntityManager, modelId: string, version: number): Promise<VersionSignature[]> {
  return manager.find(VersionSignature, { where: { modelId, version }, order: { id: 'ASC' } });
}

/** The same as judgements take them. */
export async function loadEnvelopes(
  manager: EntityManager,
  { modelId, version }: { modelId: string; version: number },
): Promise<DsseEnvelope[]> {
  return (await listSignatures(manager, modelId, version)).map(({ envelope }) => envelope);
}
