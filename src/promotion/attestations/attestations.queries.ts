import { type EntityManager } from 'typeorm';
import { type DsseEnvelope } from '../../values/dsse.js';
import { Attestation } from './attestation.entity.js';

export async function findAttestation(manager: EntityManager, transitionId: string): Promise<DsseEnvelope | undefined> {
  return (await manager.findOneBy(Attestation, { transitionId }))?.envelope;
}

/** Keeps an attestation unless there is one by now, and answers the one that is kept. */
export async function keepAttestation(
  manager: EntityManager,
  { transitionId, envelope, createdAt }: Attestation,
): Promise<{ kept: DsseEnvelope; isNew: boolean }> {
  const written: unknown[] = await manager.query(
    `INSERT INTO attestations (transition_id, envelope, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
     RETURNING transition_id`,
    [transitionId, JSON.stringify(envelope), createdAt],
  );
  const { envelope: kept } = await manager.findOneByOrFail(Attestation, { transitionId });
  return { kept, isNew: written.length > 0 };
}
