import { type EntityManager } from 'typeorm';
import { EXACT } from '../../../platform/lists/list-field.js';
import { type ModelScope } from '../../../platform/access/model-scope.js';
import { type ListSource, readPage } from '../../../platform/lists/lists.queries.js';
import { inScope } from '../../../platform/lists/scope.js';
import { type ListQuery, type Page } from '../../../platform/lists/page.dto.js';
import {
  type HistoryRow,
  type ListProductionsQuery,
  type ProductionRow,
  type ProductionTenureResponse,
} from './history.dto.js';

/** A transition as the change that a tenure began or ended with. */
const CHANGE = `json_build_object('transitionId', c.id, 'version', c.version, 'kind', c.kind, 'appliedBy', c.settled_by,
  'requestedBy', c.requested_by, 'reason', c.reason, 'gateReportId', c.gate_report_id,
  'approvedBy', coalesce((SELECT json_agg(a.decided_by ORDER BY a.id) FROM transition_approvals a
     WHERE a.transition_id = c.id AND a.decision = 'approve' AND a.ended_at IS NULL), '[]'),
  'verdict', (SELECT r.verdict FROM gate_reports r WHERE r.id = c.gate_report_id),
  'evaluationIds', coalesce((SELECT json_agg(DISTINCT used ->> 'evaluationId') FROM gate_reports r,
     json_array_elements(r.report -> 'evidenceUsed') used WHERE r.id = c.gate_report_id), '[]'))`;

/** The tenures of a model. */
export const HISTORY_LIST: ListSource = {
  name: 'history',
  select: `t.version, lower(t.held) AS "startedAt", upper(t.held) AS "endedAt",
    (SELECT ${CHANGE} FROM transitions c WHERE c.model_id = t.model_id AND c.status = 'applied'
       AND c.settled_at = lower(t.held) AND c.version = t.version AND c.to_stage = 'Production' LIMIT 1) AS began,
    (SELECT ${CHANGE} FROM transitions c WHERE c.model_id = t.model_id AND c.status = 'applied'
       AND c.settled_at = upper(t.held) AND t.version IN (c.version, c.displaced_version) LIMIT 1) AS ended`,
  from: 'production_tenures t',
  fields: {
    version: { column: 't.version', type: 'integer' },
    startedAt: { column: 'lower(t.held)', type: 'timestamptz', sortable: true },
    endedAt: { column: 'upper(t.held)', type: 'timestamptz' },
  },
  defaultSort: '-startedAt',
  tieBreaker: 'startedAt',
};

export function listHistoryRows(manager: EntityManager, modelId: string, query: ListQuery): Promise<Page<HistoryRow>> {
  return readPage(manager, HISTORY_LIST, query, { 't.model_id = ?': modelId });
}

/** The same tenures in short, each with the transitions that began and ended it. */
export const TENURE_LIST: ListSource = {
  name: 'tenures',
  select: `t.version, lower(t.held) AS "from", upper(t.held) AS "to", b.settled_by AS "promotedBy", b.kind,
    b.id AS "transitionId", e.settled_by AS "endedBy", e.kind AS "endedKind", e.id AS "endedTransitionId"`,
  from: `production_tenures t
    LEFT JOIN LATERAL (SELECT c.id, c.kind, c.settled_by FROM transitions c WHERE c.model_id = t.model_id
      AND c.status = 'applied' AND c.settled_at = lower(t.held) AND c.version = t.version AND c.to_stage = 'Production' LIMIT 1) b ON true
    LEFT JOIN LATERAL (SELECT c.id, c.kind, c.settled_by FROM transitions c WHERE c.model_id = t.model_id
      AND c.status = 'applied' AND c.settled_at = upper(t.held) AND t.version IN (c.version, c.displaced_version) LIMIT 1) e ON true`,
  fields: {
    version: { column: 't.version', type: 'integer' },
    from: { column: 'lower(t.held)', type: 'timestamptz', sortable: true },
    to: { column: 'upper(t.held)', type: 'timestamptz' },
  },
  defaultSort: '-from',
  tieBreaker: 'from',
};

export function listTenureRows(
  manager: EntityManager,
  modelId: string,
  query: ListQuery,
): Promise<Page<ProductionTenureResponse>> {
  return readPage(manager, TENURE_LIST, query, { 't.model_id = ?': modelId });
}

/** The last tenure of a version. */
export async function findLastTenure(
  manager: EntityManager,
  modelId: string,
  version: number,
): Promise<ProductionTenureResponse | undefined> {
  const [tenure]: ProductionTenureResponse[] = await manager.query(
    `SELECT ${TENURE_LIST.select} FROM ${TENURE_LIST.from}
     WHERE t.model_id = $1 AND t.version = $2 ORDER BY lower(t.held) DESC LIMIT 1`,
    [modelId, version],
  );
  return tenure;
}

/** Who held Production at one moment, of all models; one that is deleted by now held it before. */
export const PRODUCTION_LIST: ListSource = {
  name: 'production',
  select: `t.model_id AS "modelId", m.name AS model, t.version, lower(t.held) AS since, upper(t.held) AS until,
    b.settled_by AS by, b.id AS "transitionId", r.headline -> 'waivers' AS waivers`,
  from: `production_tenures t JOIN models m ON m.id = t.model_id
    LEFT JOIN LATERAL (SELECT c.id, c.settled_by, c.gate_report_id FROM transitions c WHERE c.model_id = t.model_id
      AND c.status = 'applied' AND c.settled_at = lower(t.held) AND c.version = t.version AND c.to_stage = 'Production' LIMIT 1) b ON true
    LEFT JOIN gate_reports r ON r.id = b.gate_report_id`,
  fields: {
    modelId: { column: 't.model_id', type: 'uuid', sortable: true, operators: EXACT },
    model: { column: 'm.name', type: 'text', operators: EXACT },
    version: { column: 't.version', type: 'integer', operators: EXACT },
    waived: { column: `(r.headline -> 'waivers' IS NOT NULL)`, type: 'boolean', operators: EXACT },
  },
  defaultSort: 'modelId',
  tieBreaker: 'modelId',
};

/** Those at a time, or now. */
export function listProductionRows(
  manager: EntityManager,
  { at, ...query }: ListProductionsQuery,
  scope: ModelScope | null,
): Promise<Page<ProductionRow>> {
  const source = at === undefined ? { ...PRODUCTION_LIST, where: 'upper_inf(t.held)' } : PRODUCTION_LIST;
  return readPage(manager, source, query, {
    't.held @> ?::timestamptz': at,
    ...inScope(scope, 'm.id', 'm.name'),
  });
}
