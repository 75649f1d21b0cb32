import { type EntityManager } from 'typeorm';
import { VersionSignature } from './version-signature.entity.js';

/** The signatures over the artifact of a version, oldest first. */
export function listSignatures(manager: EntityManager, modelId: string, version: number): Promise<VersionSignature[]> {
  return manager.find(VersionSignature, { where: { modelId, version }, order: { id: 'ASC' } });
}
