import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../../platform/access/model-scope.js';
import { EXACT, RANGE, withEveryOperator } from '../../../platform/lists/list-field.js';
import { bindConditions, type Conditions, type ListSource, readPage } from '../../../platform/lists/lists.queries.js';
import { inScope } from '../../../platform/lists/scope.js';
import { type Page } from '../../../platform/lists/page.dto.js';
import { STAGES } from '../../../values/stage.js';
import { ANY_ROLE } from '../../approvals/approvals.js';
import { MOVE_KINDS, TRANSITION_STATUSES } from '../stage-change.js';
import { type TransitionRow } from '../transition-row.js';
import { type ListTransitionsQuery } from '../transitions.dto.js';
import { TRANSITION_ROW } from '../transitions.queries.js';

/** The transitions of all models; ids grow with time, so the newest come first by id. */
export const TRANSITION_LIST: ListSource = {
  name: 'transitions',
  select: TRANSITION_ROW,
  from: 'transitions t JOIN models m ON m.id = t.model_id',
  where: 'm.deleted_at IS NULL',
  fields: {
    id: { column: 't.id', type: 'uuid', sortable: true, operators: EXACT },
    status: { column: 't.status', type: 'text', values: TRANSITION_STATUSES, operators: EXACT },
    kind: { column: 't.kind', type: 'text', values: MOVE_KINDS, operators: EXACT },
    version: { column: 't.version', type: 'integer', operators: EXACT },
    toStage: { column: 't.to_stage', type: 'text', values: STAGES, operators: EXACT },
    requestedBy: { column: 't.requested_by', type: 'text', operators: EXACT },
    requestedAt: { column: 't.requested_at', type: 'timestamptz', sortable: true, operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

/** Those of one model are few enough for any comparison. */
export const MODEL_TRANSITION_LIST: ListSource = {
  ...TRANSITION_LIST,
  name: 'model-transitions',
  fields: withEveryOperator(TRANSITION_LIST.fields),
};

/** Whose decision a list of transitions awaits, and when. */
export interface AwaitedDecider {
  person: string;
  /** Roles that may fill a slot; none for somebody who may decide on nothing. */
  roles: readonly string[];
  groups: readonly string[];
  /** Whether those in an emergency are theirs to confirm. */
  mayBreakGlass: boolean;
  /** The models they may decide on; null for all. */
  scope: ModelScope | null;
  at: Date;
}

/** What is open, has a slot for one of the roles or groups; each of them as text, and `role` alone for every role. */
const AWAITS_SEAT = `t.status = 'awaiting_approval' AND EXISTS (
  SELECT FROM json_array_elements_text(?::json) k
  LEFT JOIN LATERAL json_array_elements(t.approval_demand -> 'slots') s ON true
  WHERE t.approval_demand IS NULL OR k = 'role ' || (s ->> 'role') OR k = 'group ' || (s ->> 'group')
    OR (k = 'role' AND s ->> 'role' IS NOT NULL))`;
/** And has not expired, does not exclude the person, and has no decision of theirs that counts. No cursor is bound to the time. */
function awaitsPersonAt(at: Date): string {
  const now = `'${at.toISOString()}'::timestamptz`;
  return `NOT EXISTS (SELECT FROM json_array_elements(t.approval_demand -> 'excluded') x WHERE x ->> 'person' = ?)
    AND NOT EXISTS (SELECT FROM transition_approvals a WHERE a.transition_id = t.id AND a.ended_at IS NULL
      AND coalesce(a.expires_at > ${now}, true) AND lower(upper(normalize(a.decided_by, NFKC))) = ?)
    AND coalesce((t.approval_demand ->> 'expiresAt')::timestamptz > ${now}, true)`;
}

const IS_OF_KIND = `(t.kind <> 'override' OR ?::boolean)`;

function awaitingConditions({ person, roles, groups, mayBreakGlass, scope, at }: AwaitedDecider): Conditions {
  const seats = [
    ...roles.map((role) => (role === ANY_ROLE ? 'role' : `role ${role}`)),
    ...groups.map((group) => `group ${group}`),
  ];
  return {
    [awaitsPersonAt(at)]: person,
    [AWAITS_SEAT]: JSON.stringify(seats),
    [IS_OF_KIND]: String(mayBreakGlass),
    ...inScope(scope, 'm.id', 'm.name'),
  };
}

/** How many transitions await somebody's decision. */
export async function countAwaiting(manager: EntityManager, awaited: AwaitedDecider): Promise<number> {
  const { texts, values } = bindConditions(awaitingConditions(awaited));
  const [row]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM ${TRANSITION_LIST.from} WHERE ${[TRANSITION_LIST.where, ...texts].join(' AND ')}`,
    values,
  );
  return row!.count;
}

/** Transitions of one model, or with undefined of all in a scope; with a decider, those that await their decision. */
export function listTransitionRows(
  manager: EntityManager,
  modelId: string | undefined,
  query: ListTransitionsQuery,
  scope: ModelScope | null = null,
  awaited?: AwaitedDecider,
): Promise<Page<TransitionRow>> {
  const source = modelId === undefined ? TRANSITION_LIST : MODEL_TRANSITION_LIST;
  return readPage(manager, source, query, {
    't.model_id = ?': modelId,
    't.status = ?': query.status,
    't.kind = ?': query.kind,
    't.version = ?': query.version,
    't.requested_by = ?': query.requestedBy,
    't.requested_at >= ?': query.from,
    't.requested_at < ?': query.to,
    ...(awaited ? awaitingConditions(awaited) : inScope(scope, 'm.id', 'm.name')),
  });
}
