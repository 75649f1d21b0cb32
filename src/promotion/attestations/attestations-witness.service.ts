import { Injectable } from '@nestjs/common';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { listDetails } from '../../record/audit/details.queries.js';
import { keyOfRaw } from '../../record/checkpoints/signed-note.js';
import { RowWitness } from '../../record/audit/row-witness.kind.js';
import { BY_TRANSITION, OBJECT_OF_EVENT, type ToldRows } from '../../record/audit/told-rows.queries.js';
import { MOST_UNRECORDED, type UnrecordedObject } from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { type DsseEnvelope, isSignedBy, payloadOf } from '../../values/dsse.js';
import { isPlainObject } from '../../values/values.js';
import { Attestation } from './attestation.entity.js';

const TOLD_ATTESTATIONS: ToldRows = {
  kind: 'attestation',
  entity: Attestation,
  key: BY_TRANSITION,
  states: ['attestation.signed'],
};

const BATCH = 100;

interface Unrecorded {
  id: string;
  chain: string;
  model: string | null;
  envelope: DsseEnvelope;
}

/** Compares attestations with the events of their signing. Early ones have none, and are held to their signatures instead. */
@Injectable()
export class AttestationsWitness extends RowWitness {
  constructor(witnesses: Witnesses) {
    super(TOLD_ATTESTATIONS);
    witnesses.registerRows(TOLD_ATTESTATIONS, this);
  }

  override async findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    const introduced = await listDetails(reader, 'checkpoint_key.introduced');
    const keys = introduced.map(({ details }) => keyOfRaw(Buffer.from(details.publicKey, 'base64')));
    const forged: Unrecorded[] = [];
    for (let batch = await listUnrecorded(reader, null); batch.length > 0;) {
      forged.push(...batch.filter(({ id, envelope }) => !(isOf(envelope, id) && isSignedBy(envelope, keys))));
      batch = await listUnrecorded(reader, batch.at(-1)!.id);
    }
    return forged.slice(0, MOST_UNRECORDED).map(({ id, chain, model }) => ({ id, chain, model, total: forged.length }));
  }
}

const OF_TRANSITION = `${OBJECT_OF_EVENT} = o.transition_id::text`;

function listUnrecorded(reader: SqlReader, after: string | null): Promise<Unrecorded[]> {
  return reader.query(
    `SELECT o.transition_id AS id, coalesce(t.chain, 'registry') AS chain, t.model, o.envelope FROM attestations o
     LEFT JOIN LATERAL (SELECT e.chain, e.model FROM audit_record e
       WHERE ${OF_TRANSITION} AND e.action = 'transition.applied' LIMIT 1) t ON true
     WHERE ($2::uuid IS NULL OR o.transition_id > $2) AND NOT EXISTS (SELECT FROM audit_record e
       WHERE ${OF_TRANSITION} AND e.action = ANY($1))
     ORDER BY o.transition_id LIMIT ${BATCH}`,
    [TOLD_ATTESTATIONS.states, after],
  );
}

/** Whether an envelope attests this transition and no other. */
function isOf(envelope: DsseEnvelope, transitionId: string): boolean {
  const statement = payloadOf(envelope);
  const predicate = isPlainObject(statement) ? statement['predicate'] : undefined;
  const transition = isPlainObject(predicate) ? predicate['transition'] : undefined;
  return isPlainObject(transition) && transition['id'] === transitionId;
}
