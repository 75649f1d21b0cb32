import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { VersionSignature } from './version-signature.entity.js';

/** The signatures over the artifact of a version, oldest first; with a time, those that there were then. */
export function listSignatures(
  manager: EntityManager,
  modelId: string,
  version: number,
  at?: Date,
): Promise<VersionSignature[]> {
  const where = { modelId, version, ...(at && { createdAt: LessThanOrEqual(at) }) };
  return manager.find(VersionSignature, { where, order: { id: 'ASC' } });
}
