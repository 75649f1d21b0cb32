import { Injectable } from '@nestjs/common';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type Action } from '../../record/events/catalogue.js';
import { compareStored, type Comparison, nothingNamed } from '../../record/audit/comparison.js';
import { unrecordedObject } from '../../record/audit/difference.js';
import { MOST_UNRECORDED, type UnrecordedObject, type Witness } from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { ModelAlias } from '../../registry/versions/model-alias.entity.js';

/** What points an alias at a version: a word of its own, or the promotion that a protected one asked for. */
const POINTING: readonly Action[] = ['alias.set', 'transition.applied'];
const TELLING: readonly Action[] = [...POINTING, 'alias.deleted'];

/** An alias as its newest event and its row have it in the same moment. */
interface ToldAlias {
  modelId: string;
  alias: string;
  sequence: number;
  /** Null when the row is not there. */
  version: number | null;
  updatedBy: string | null;
}

/** Compares aliases with the newest events that tell of them. Champion is read off Production, which is compared by its tenures. */
@Injectable()
export class AliasesWitness implements Witness {
  readonly kind = 'alias';
  readonly entities = [ModelAlias];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
  }

  concerns(action: string): boolean {
    return TELLING.includes(action as Action);
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const naming = events.filter((event) => aliasOf(event) !== null);
    const told = naming.length === 0 ? [] : await readToldAliases(reader, naming);
    const newest = new Map(told.map((each) => [each.sequence, each]));
    const gone = await readDeleted(
      reader,
      naming.filter(({ sequence }) => newest.get(sequence)?.version === null),
    );
    return events.map((event) => compareAlias(event, newest.get(event.sequence), gone));
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.model_id || '/' || o.alias AS id, o.model_id AS chain, m.name AS model, count(*) OVER ()::int AS total
       FROM model_aliases o JOIN models m ON m.id = o.model_id
       WHERE NOT EXISTS (SELECT FROM audit_record e
         WHERE e.model_id = o.model_id AND e.details ->> 'alias' = o.alias AND e.action = ANY($1))
       LIMIT ${MOST_UNRECORDED}`,
      [POINTING],
    );
  }
}

function aliasOf({ modelId, details }: AuditEvent): string | null {
  return modelId !== null && typeof details['alias'] === 'string' ? details['alias'] : null;
}

const versionKey = (modelId: string | null, version: number | null): string => `${modelId}/${version}`;

/** An event that another followed since tells of its alias as it is no more; an alias goes with its version, too. */
function compareAlias(event: AuditEvent, told: ToldAlias | undefined, gone: ReadonlySet<string>): Comparison {
  const { sequence, action, modelId, version, actor } = event;
  if (told === undefined) return nothingNamed(sequence);
  const object = { kind: 'alias', id: `${modelId}/${told.alias}` } as const;
  const row = told.version === null ? undefined : told;
  if (!POINTING.includes(action as Action)) {
    const differences = row === undefined ? [] : [unrecordedObject(object)];
    return { sequence, compared: 1, notCovered: 0, differences };
  }
  if (row === undefined && gone.has(versionKey(modelId, version))) return nothingNamed(sequence);
  return compareStored({ sequence, ...object }, row, (stored) => [
    ['version', version, stored.version],
    ['updatedBy', actor, stored.updatedBy],
  ]);
}

/** The newest event of each alias that some events name. */
function readToldAliases(reader: SqlReader, events: readonly AuditEvent[]): Promise<ToldAlias[]> {
  return reader.query(
    `SELECT newest.model_id AS "modelId", newest.alias, newest.sequence::float8 AS sequence, o.version, o.updated_by AS "updatedBy"
     FROM (SELECT e.model_id, e.details ->> 'alias' AS alias, max(e.sequence) AS sequence FROM audit_record e
       WHERE e.model_id = ANY($1::uuid[]) AND e.action = ANY($2) AND e.details ->> 'alias' = ANY($3)
       GROUP BY 1, 2) newest
     LEFT JOIN model_aliases o ON o.model_id = newest.model_id AND o.alias = newest.alias`,
    [[...new Set(events.map(({ modelId }) => modelId))], TELLING, [...new Set(events.map(aliasOf))]],
  );
}

/** The versions that some events name and that were deleted. */
async function readDeleted(reader: SqlReader, events: readonly AuditEvent[]): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const rows: { modelId: string; version: number }[] = await reader.query(
    `SELECT v.model_id AS "modelId", v.version FROM model_versions v
     JOIN unnest($1::uuid[], $2::integer[]) AS named (model_id, version) USING (model_id, version)
     WHERE v.deleted_at IS NOT NULL`,
    [events.map(({ modelId }) => modelId), events.map(({ version }) => version)],
  );
  return new Set(rows.map(({ modelId, version }) => versionKey(modelId, version)));
}
