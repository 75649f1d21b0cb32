import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison } from '../../record/audit/comparison.js';
import {
  MOST_UNRECORDED,
  OBJECT_OF_EVENT,
  type UnrecordedObject,
  type Witness,
} from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { digestWaiver } from './stored-waiver.js';
import { Waiver } from './waiver.entity.js';

/** Compares waivers with the events that granted and revoked them. */
@Injectable()
export class WaiversWitness implements Witness {
  readonly kind = 'waiver';
  readonly entities = [Waiver];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
  }

  concerns(action: string): boolean {
    return action.startsWith('waiver.');
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const told = events.map((event) => ({ ...event, waiver: event.details as DetailsOf<'waiver.granted'> }));
    const rows: Waiver[] = await reader.query(
      `SELECT ${columnsOf(Waiver, 'w')} FROM waivers w WHERE w.id = ANY($1::uuid[])`,
      [told.map(({ waiver }) => waiver.id)],
    );
    return told.map(({ sequence, action, actor, waiver }) => {
      const row = rows.find(({ id }) => id === waiver.id);
      return compareStored({ sequence, kind: this.kind, id: waiver.id }, row, (stored) => [
        ['waiver', waiver.stored, digestWaiver(stored)],
        ['revokedBy', action === 'waiver.revoked' ? actor : undefined, stored.revokedBy],
        ['revokedAt', waiver.revokedAt, stored.revokedAt],
      ]);
    });
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.id, o.model_id AS chain, m.name AS model, count(*) OVER ()::int AS total
       FROM waivers o JOIN models m ON m.id = o.model_id
       WHERE NOT EXISTS (SELECT FROM audit_record e WHERE ${OBJECT_OF_EVENT} = o.id::text AND e.model_id = o.model_id
         AND e.action = CASE WHEN o.revoked_at IS NULL THEN 'waiver.granted' ELSE 'waiver.revoked' END)
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}
