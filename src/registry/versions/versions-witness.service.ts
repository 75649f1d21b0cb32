import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison } from '../../record/audit/comparison.js';
import { type ComparedField } from '../../record/audit/difference.js';
import { MOST_UNRECORDED, type UnrecordedObject, type Witness } from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { originFields, TOLD_ORIGIN, type ToldOrigin } from '../models/import-origin.js';
import { ModelVersion, TOLD_VERSIONS } from './model-version.entity.js';
import { VersionImport } from './version-import.entity.js';

type Registered = Partial<DetailsOf<'version.registered'>>;

/** Compares what never changes of a version with the event of its registration, and what is shown of its making elsewhere with its import. */
@Injectable()
export class VersionsWitness implements Witness {
  readonly kind = 'version';
  readonly entities = [ModelVersion, VersionImport];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
    witnesses.registerRows(TOLD_VERSIONS);
  }

  concerns(action: string): boolean {
    return action === 'version.registered';
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const rows: (ModelVersion & ToldOrigin)[] = await reader.query(
      `SELECT ${columnsOf(ModelVersion, 'v')}, ${TOLD_ORIGIN} FROM model_versions v
       JOIN unnest($1::uuid[], $2::integer[]) AS told (model_id, version)
         ON v.model_id = told.model_id AND v.version = told.version
       LEFT JOIN version_imports i ON i.model_id = v.model_id AND i.version = v.version`,
      [events.map(({ modelId }) => modelId), events.map(({ version }) => version)],
    );
    return events.map(({ sequence, modelId, version, actor, details }) => {
      const id = `${modelId}/${version}`;
      const row = rows.find((stored) => `${stored.modelId}/${stored.version}` === id);
      return compareStored({ sequence, kind: this.kind, id }, row, (stored) => [
        ...fieldsOf(details as Registered, stored),
        ['createdBy', actor, stored.createdBy],
        ...originFields(stored),
      ]);
    });
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.model_id || '/' || o.version AS id, o.model_id AS chain, count(*) OVER ()::int AS total,
         (SELECT e.model FROM audit_record e WHERE e.chain = o.model_id::text ORDER BY e.position DESC LIMIT 1) AS model
       FROM model_versions o
       WHERE NOT EXISTS (SELECT FROM audit_record e
         WHERE e.model_id = o.model_id AND e.version = o.version AND e.action = 'version.registered')
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}

/** What a registrant did not say is stored as null, or as empty. */
function fieldsOf(told: Registered, stored: ModelVersion): ComparedField[] {
  const { dataset } = told;
  return [
    ['artifactUri', told.artifactUri, stored.artifactUri],
    ['artifactDigest', told.artifactDigest ?? null, stored.artifactDigest],
    ['runId', told.runId ?? null, stored.runId],
    ['dataset.name', dataset?.name ?? null, stored.datasetName],
    ['dataset.version', dataset?.version ?? null, stored.datasetVersion],
    ['dataset.digest', dataset?.digest ?? null, stored.datasetDigest],
    ['gitCommit', told.gitCommit ?? null, stored.gitCommit],
    ['framework', told.framework ?? null, stored.framework],
    ['signature', told.signature ?? null, stored.signature],
    ['params', told.params ?? {}, stored.params],
    ['metrics', told.metrics ?? {}, stored.metrics],
    ...toldByMlflow(told, stored),
  ];
}

function toldByMlflow(told: Registered, stored: ModelVersion): ComparedField[] {
  return (['source', 'runLink', 'loggedModelId'] as const).map((name) => [name, told[name] ?? null, stored[name]]);
}
