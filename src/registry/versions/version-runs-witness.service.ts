import { Injectable } from '@nestjs/common';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { canonicalDigest } from '../../values/digest.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison } from '../../record/audit/comparison.js';
import { MOST_UNRECORDED, type UnrecordedObject, type Witness } from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { findVersionRuns } from './version-runs.queries.js';
import { VersionRun } from './version-run.entity.js';

/** Compares what was kept of runs with the events of their reading. */
@Injectable()
export class VersionRunsWitness implements Witness {
  readonly kind = 'run';
  readonly entities = [VersionRun];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
  }

  concerns(action: string): boolean {
    return action === 'run.read';
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const rows = await findVersionRuns(
      reader,
      events.map(({ modelId }) => modelId),
      events.map(({ version }) => version),
    );
    return events.map(({ sequence, modelId, version, details }) => {
      const id = `${modelId}/${version}`;
      const told = details as Partial<DetailsOf<'run.read'>>;
      const row = rows.find((stored) => `${stored.modelId}/${stored.version}` === id);
      return compareStored({ sequence, kind: this.kind, id }, row, (stored) => [
        ['runId', told.runId, stored.runId],
        ['server', told.server, stored.server],
        ['digest', told.digest, stored.digest],
        ['record', told.digest, stored.record === null ? null : canonicalDigest(stored.record)],
      ]);
    });
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.model_id || '/' || o.version AS id, o.model_id AS chain, count(*) OVER ()::int AS total,
         (SELECT e.model FROM audit_record e WHERE e.chain = o.model_id::text ORDER BY e.position DESC LIMIT 1) AS model
       FROM version_runs o
       WHERE o.status = 'read' AND NOT EXISTS (SELECT FROM audit_record e
         WHERE e.model_id = o.model_id AND e.version = o.version AND e.action = 'run.read')
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}
