import pg from 'pg';
import { type EntityManager } from 'typeorm';
import { listSessionRows, SESSION_LIST } from '../src/access/sessions/sessions.queries.js';
import { listTokenRows, TOKEN_LIST } from '../src/access/tokens/auth.queries.js';
import { EVALUATION_LIST, listEvaluationRows } from '../src/measuring/evaluations/evaluations.queries.js';
import { JOB_LIST, listJobRows } from '../src/measuring/predictions/jobs/prediction-jobs.queries.js';
import { type ListSpec } from '../src/platform/lists/list-query.js';
import { type ListQuery, type Page } from '../src/platform/lists/page.dto.js';
import { listRevisionRows, REVISION_LIST } from '../src/promotion/policies/gate-policies.queries.js';
import { HISTORY_LIST, listHistoryRows } from '../src/promotion/transitions/history.queries.js';
import {
  listTransitionRows,
  MODEL_TRANSITION_LIST,
  TRANSITION_LIST,
} from '../src/promotion/transitions/transitions.queries.js';
import { AUDIT_LIST, listEventRows } from '../src/record/audit/audit.queries.js';
import { DATASET_LIST, listDatasetRows } from '../src/registry/datasets/datasets.queries.js';
import { listModelRows, MODEL_LIST } from '../src/registry/models/models.queries.js';
import { listVersionRows, VERSION_LIST } from '../src/registry/versions/versions.queries.js';
import { createTestDatabase, type TestDatabase } from './support/app/database.js';
import { seedLists } from './support/app/list-seed.js';

/**
 * Every list is read by an index in the order it is shown, or bounded before it is sorted, whatever is asked of it and
 * however far the reader is: held here by the plans of the statements that the service sends, on a registry with a past.
 */
let database: TestDatabase;
let client: pg.Client;
/** A model with thousands of versions and transitions and hundreds of revisions among thousands that have a few. */
let busyModel: string;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  busyModel = await seedLists(client);
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** Rows that a page may touch of any one table; the tables hold tens of thousands, the versions of one model are more, too. */
const MOST_ROWS = 3_000;
/** Rows before a place that is far behind in a list. */
const DEEP = 4_000;

type Asked = ListQuery & Record<string, unknown>;
type Read = (manager: EntityManager, query: Asked) => Promise<Page<unknown>>;

interface List {
  read: Read;
  spec: ListSpec;
  /** Of each field that it is filtered by, clauses with many rows, few and none. */
  clauses: Record<string, string[]>;
  /** What it is asked for besides, by parameters of its own. */
  given?: Record<string, unknown>[];
}

const NIL = '00000000-0000-7000-8000-000000000000';
const times = (field: string): string[] => [
  `${field} >= '2026-01-01'`,
  `${field} < '2020-01-02'`,
  `${field} > '2999-01-01'`,
  `${field} >= '2026-06-01' and ${field} < '2026-06-02'`,
];
const ids = (field = 'id'): string[] => [`${field} = '${NIL}'`, `${field} in ('${NIL}')`];
const people = (field: string): string[] => [`${field} = 'ci'`, `${field} = 'rare'`, `${field} = 'nobody'`];

const LISTS: Record<string, List> = {
  models: {
    read: (manager, query) => listModelRows(manager, query),
    spec: MODEL_LIST,
    clauses: {
      name: [`name = 'model-777'`, `name >= 'model-5' and name < 'model-6'`],
      description: [],
      owner: [`owner = 'team-1'`, `owner = 'rare'`, `owner in ('rare', 'nobody')`],
      createdBy: people('createdBy'),
      createdAt: times('createdAt'),
      updatedAt: times('updatedAt'),
      tags: [`tags.team = 'team-1'`, `tags.team = 'rare'`, `tags.team = 'nobody'`],
    },
    given: [{ stage: 'None' }, { stage: 'Production' }, { stage: 'Staging' }],
  },
  versions: {
    read: (manager, query) => listVersionRows(manager, busyModel, query),
    spec: VERSION_LIST,
    clauses: {
      version: ['version = 3', 'version > 200'],
      stage: [`stage = 'None'`, `stage != 'None'`],
      runId: [`runId = 'run-3'`, `runId like 'run%'`],
      dataset: [`dataset = 'adult'`],
      datasetVersion: [`datasetVersion != '1'`],
      artifactUri: [`artifactUri ilike '%9'`],
      artifactDigest: [`artifactDigest = 'x'`],
      gitCommit: [`gitCommit = 'x'`],
      framework: [`framework = 'x'`],
      description: [`description ilike '%nothing%'`],
      createdBy: [...people('createdBy'), `createdBy != 'ci'`],
      createdAt: times('createdAt'),
      updatedAt: times('updatedAt'),
      tags: [`tags.team = 'rare'`, `tags.team like 'x%'`],
    },
    given: [{ stage: 'None' }, { stage: 'Staging' }],
  },
  evaluations: {
    read: (manager, query) => listEvaluationRows(manager, { modelId: busyModel, version: 1 }, query),
    spec: EVALUATION_LIST,
    clauses: {
      dataset: [`dataset = 'adult'`, `dataset like 'x%'`],
      datasetVersion: [`datasetVersion = '1'`],
      datasetDigest: [`datasetDigest = 'x'`],
      datasetSplit: [`datasetSplit = 'test'`],
      evaluator: [`evaluator = 'sklearn'`],
      environment: [`environment = 'x'`],
      labelDefinition: [`labelDefinition = 'x'`],
      sliceDefinition: [`sliceDefinition = 'x'`],
      predictionDigest: [`predictionDigest = 'x'`],
      digest: [`digest = 'x'`],
      evaluatedAt: times('evaluatedAt'),
      createdAt: times('createdAt'),
      createdBy: people('createdBy'),
      id: ids(),
    },
  },
  'transitions of all models': {
    read: (manager, query) => listTransitionRows(manager, undefined, query),
    spec: TRANSITION_LIST,
    clauses: {
      id: ids(),
      status: [`status = 'applied'`, `status = 'stale'`, `status in ('cancelled', 'stale')`],
      kind: [`kind = 'promote'`, `kind = 'rollback'`, `kind in ('demote', 'rollback')`],
      version: ['version = 1', 'version = 9999'],
      toStage: [`toStage = 'Production'`, `toStage = 'None'`],
      requestedBy: people('requestedBy'),
      requestedAt: times('requestedAt'),
    },
    given: [
      { status: 'applied' },
      { status: 'rejected' },
      { kind: 'rollback' },
      { kind: 'promote', status: 'stale' },
      { version: 1 },
      { version: 9_999 },
    ],
  },
  'history of a model': {
    read: (manager, query) => listHistoryRows(manager, busyModel, query),
    spec: HISTORY_LIST,
    clauses: {
      version: ['version = 1', 'version > 100'],
      startedAt: times('startedAt'),
      endedAt: times('endedAt'),
    },
  },
  'transitions of a model': {
    read: (manager, query) => listTransitionRows(manager, busyModel, query),
    spec: MODEL_TRANSITION_LIST,
    clauses: {
      id: ids(),
      status: [`status = 'applied'`, `status = 'stale'`],
      kind: [`kind != 'promote'`, `kind like 'roll%'`],
      version: ['version = 1', 'version > 100'],
      toStage: [`toStage = 'None'`],
      requestedBy: people('requestedBy'),
      requestedAt: [...times('requestedAt'), `requestedAt != '2020-01-01'`],
    },
    given: [{ status: 'rejected' }, { kind: 'rollback' }, { version: 1 }],
  },
  datasets: {
    read: (manager, query) => listDatasetRows(manager, query),
    spec: DATASET_LIST,
    clauses: {
      id: ids(),
      name: [`name = 'dataset-1'`, `name = 'nothing'`],
      version: [`version = '1'`, `version = 'rare'`, `version in ('rare', 'none')`],
      digest: [`digest = 'digest-77'`, `digest = 'none'`],
      createdBy: people('createdBy'),
      createdAt: times('createdAt'),
    },
    given: [{ name: 'dataset-1' }, { name: 'nothing' }],
  },
  'prediction jobs': {
    read: (manager, query) => listJobRows(manager, query),
    spec: JOB_LIST,
    clauses: {
      id: ids(),
      version: ['version = 1', 'version = 9999'],
      status: [`status = 'succeeded'`, `status = 'queued'`, `status in ('running', 'failed')`],
      createdBy: people('createdBy'),
      createdAt: times('createdAt'),
    },
    given: [
      { model: 'model-0' },
      { model: 'model-77', version: 1 },
      { model: 'nothing' },
      { version: 2 },
      { version: 9_999 },
      { status: 'failed' },
      { model: 'model-0', status: 'failed' },
    ],
  },
  tokens: {
    read: (manager, query) => listTokenRows(manager, query),
    spec: TOKEN_LIST,
    clauses: {
      id: ids(),
      subject: people('subject'),
      issuedBy: people('issuedBy'),
      issuedAt: times('issuedAt'),
      expiresAt: times('expiresAt'),
    },
    given: [{ subject: 'ci' }, { subject: 'rare' }],
  },
  sessions: {
    read: (manager, query) => listSessionRows(manager, query),
    spec: SESSION_LIST,
    clauses: { id: ids(), subject: people('subject') },
    given: [{ subject: 'ci' }, { subject: 'rare' }],
  },
  'policy revisions': {
    read: (manager, query) => listRevisionRows(manager, busyModel, query),
    spec: REVISION_LIST,
    clauses: {
      revision: ['revision = 3', 'revision < 9'],
      digest: [`digest = 'x'`, `digest like 'y%'`],
      createdBy: people('createdBy'),
      createdAt: times('createdAt'),
    },
  },
  'audit events': {
    read: (manager, query) => listEventRows(manager, query),
    spec: AUDIT_LIST,
    clauses: {
      sequence: ['sequence = 77', 'sequence > 100 and sequence < 30000', 'sequence < 0'],
      at: times('at'),
      actor: people('actor'),
      action: [`action = 'version.registered'`, `action = 'token.revoked'`, `action = 'gate_report.differed'`],
      version: ['version = 1', 'version = 9999'],
      requestId: [`requestId = 'request-77'`, `requestId = 'none'`],
    },
    given: [
      { model: 'model-0' },
      { model: 'model-77' },
      { model: 'nothing' },
      { version: 9_999 },
      { actor: 'rare', action: 'version.registered' },
      { model: 'model-0', version: 3 },
      { from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z' },
      { from: '2026-11-01T00:00:00Z' },
      { from: '2999-01-01T00:00:00Z' },
      { to: '2020-01-02T00:00:00Z' },
      { model: 'model-0', to: '2020-01-02T00:00:00Z' },
      { model: 'model-0', action: 'token.revoked' },
    ],
  },
};

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** What a plan does that grows with the registry. */
function faultsOf(node: PlanNode): string[] {
  const inner = (node.Plans ?? []).flatMap(faultsOf);
  const kind = node['Node Type'];
  const read = node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0));
  const sorted = (node.Plans ?? []).reduce((sum, input) => sum + input['Actual Loops'] * input['Actual Rows'], 0);
  if (kind === 'Seq Scan' && read > MOST_ROWS) inner.push(`Seq Scan on ${node['Relation Name']} reads ${read} rows`);
  if (kind.endsWith('Sort') && sorted > MOST_ROWS) inner.push(`${kind} of ${sorted} rows`);
  return inner;
}

/** Sends what the list sends, with the plan in place of the rows. */
async function planOf(list: List, query: Asked): Promise<PlanNode> {
  let plan: PlanNode | undefined;
  const explain = async (text: string, values: unknown[]): Promise<unknown[]> => {
    const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values);
    plan = rows[0]['QUERY PLAN'][0].Plan as PlanNode;
    return [];
  };
  await list.read({ query: explain } as unknown as EntityManager, query);
  return plan!;
}

/** The cursor of a row far behind in the list; null of a list that ends on its first page. */
async function deepCursor(list: List, query: Asked): Promise<string | null> {
  const rowsAt = async (text: string, values: unknown[], place: number): Promise<{ position: string[] }[]> =>
    (await client.query(text.replace(/LIMIT \d+(?=\D*$)/, `OFFSET ${place} LIMIT 1`), values)).rows;
  let position: string[] | undefined;
  const send = async (text: string, values: unknown[]): Promise<unknown[]> => {
    const { rows } = await client.query(text, values);
    if (rows.length > 1 && !text.includes('WITH')) {
      position = ((await rowsAt(text, values, DEEP))[0] ?? (await rowsAt(text, values, 100))[0])?.position;
    }
    return rows;
  };
  const { nextCursor } = await list.read({ query: send } as unknown as EntityManager, { ...query, limit: 1 });
  if (nextCursor === null || !position) return nextCursor;
  const [fingerprint] = JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) as string[];
  return Buffer.from(JSON.stringify([fingerprint, ...position])).toString('base64url');
}

/** Every order on offer; beside a filter each in one direction, since the other reads the same index from its other end. */
function ordersOf({ fields }: ListSpec, { filter }: Asked): string[] {
  const sortable = Object.keys(fields).filter((name) => fields[name]!.sortable);
  return sortable.flatMap((name) => (filter === undefined ? [name, `-${name}`] : [`-${name}`]));
}

describe.each(Object.entries(LISTS))('the list of %s', (_name, list) => {
  it('has a clause here for each of its fields', () => {
    expect(Object.keys(list.clauses)).toEqual(Object.keys(list.spec.fields));
  });

  it.each([
    {},
    ...(list.given ?? []),
    ...Object.values(list.clauses)
      .flat()
      .map((filter) => ({ filter })),
  ])('asked for %j reads no whole table in any order, at any place', async (asked) => {
    const faults: Record<string, string[]> = {};
    for (const sort of [undefined, ...ordersOf(list.spec, asked)]) {
      const query: Asked = { ...asked, ...(sort && { sort }) };
      const first = faultsOf(await planOf(list, query));
      const cursor = await deepCursor(list, query);
      const later = cursor === null ? [] : faultsOf(await planOf(list, { ...query, cursor }));
      if (first.length + later.length > 0) faults[sort ?? 'default'] = [...first, ...later];
    }
    expect(faults).toEqual({});
  });
});
