import { Injectable } from '@nestjs/common';
import { type SqlReader } from '../../../platform/database/side-connection.js';
import { type AuditEvent } from '../../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../../record/events/catalogue.js';
import { compareStored, type Comparison, nothingNamed } from '../../../record/audit/comparison.js';
import { type UnrecordedObject, type Witness, MOST_UNRECORDED } from '../../../record/audit/witness.kind.js';
import { Witnesses } from '../../../record/audit/witnesses.service.js';
import { ModelVersion } from '../../../registry/versions/model-version.entity.js';
import { ProductionTenure } from '../../../registry/versions/production-tenure.entity.js';

type Told = DetailsOf<'transition.applied'>;

/** The versions whose tenures of Production begin and end at the moment of a transition. */
interface TurnRow {
  id: string;
  began: number | null;
  ended: number | null;
}

/**
 * Compares who held Production, and when, with the events of the transitions that began and ended it. Transitions are compared
 * with their events elsewhere, the moment they were applied at included.
 */
@Injectable()
export class TenuresWitness implements Witness {
  readonly kind = 'tenure';
  readonly entities = [ProductionTenure, ModelVersion];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
  }

  concerns(action: string): boolean {
    return action === 'transition.applied';
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const rows: TurnRow[] = await reader.query(
      `SELECT c.id,
         (SELECT t.version FROM production_tenures t WHERE t.model_id = c.model_id AND lower(t.held) = c.settled_at) AS began,
         (SELECT t.version FROM production_tenures t
            WHERE t.model_id = c.model_id AND t.held -|- tstzrange(c.settled_at, NULL)) AS ended
       FROM transitions c WHERE c.id = ANY ($1)`,
      [events.map(({ details }) => (details as Told).transitionId)],
    );
    const turns = new Map(rows.map((row) => [row.id, row]));
    return events.map((event) => compareTurn(event, turns.get((event.details as Told).transitionId)));
  }

  /**
   * Tenures that no transition began, those that do not go on while their version is in Production, or the reverse, and versions in
   * another stage than their last transition led to.
   */
  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.model_id || '/' || o.version AS id, o.model_id AS chain, o.model, count(*) OVER ()::int AS total FROM (
         SELECT m.name AS model, t.model_id, t.version FROM production_tenures t JOIN models m ON m.id = t.model_id
         WHERE NOT EXISTS (SELECT FROM transitions c WHERE c.model_id = t.model_id AND c.version = t.version
           AND c.status = 'applied' AND c.to_stage = 'Production' AND c.settled_at = lower(t.held))
         UNION
         SELECT m.name, coalesce(t.model_id, v.model_id), coalesce(t.version, v.version)
         FROM (SELECT model_id, version FROM production_tenures WHERE upper_inf(held)) t
         FULL JOIN (SELECT model_id, version FROM model_versions WHERE stage = 'Production') v
           ON v.model_id = t.model_id AND v.version = t.version
         JOIN models m ON m.id = coalesce(t.model_id, v.model_id)
         WHERE t.model_id IS NULL OR v.model_id IS NULL
         UNION
         SELECT m.name, v.model_id, v.version FROM model_versions v JOIN models m ON m.id = v.model_id
         WHERE v.stage <> coalesce((SELECT CASE WHEN c.version = v.version THEN c.to_stage ELSE 'Archived' END FROM transitions c
             WHERE c.model_id = v.model_id AND v.version IN (c.version, c.displaced_version) AND c.status = 'applied'
             ORDER BY c.settled_at DESC LIMIT 1), 'None')) o
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}

function compareTurn({ sequence, version, details }: AuditEvent, turn: TurnRow | undefined): Comparison {
  const told = details as Told;
  // The transition itself is reported as missing, so its tenure need not be.
  if (turn === undefined) return nothingNamed(sequence);
  const began = told.toStage === 'Production' ? version : null;
  const ended = told.fromStage === 'Production' ? version : told.displacedVersion;
  if (began === null && ended === null) return nothingNamed(sequence);
  return compareStored({ sequence, kind: 'tenure', id: told.transitionId }, turn, (stored) => [
    ['began', began, stored.began],
    ['ended', ended, stored.ended],
  ]);
}
