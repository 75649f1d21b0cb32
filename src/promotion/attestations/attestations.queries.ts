import { type EntityManager } from 'typeorm';
import { type DsseEnvelope } from '../../values/dsse.js';
import { Attestation } from './attestation.entity.js';

export async function findAttestation(manager: EntityManager, transitionId: string): Promise<DsseEnvelope | undefined> {
  return (await manager.findOneBy(Attestation, { transitionId }))?.envelope;
}

/** Keeps an attestation unless there is one by now, and answers the one that is kept. */
export async function keepAttestation(manager: EntityManager, attestation: Attestation): Promise<DsseEnvelope> {
  await manager.createQueryBuilder().insert().into(Attestation).values(attestation).orIgnore().execute();
  const { transitionId } = attestation;
  return (await manager.findOneByOrFail(Attestation, { transitionId })).envelope;
}
