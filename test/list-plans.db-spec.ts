import pg from 'pg';
import { type EntityManager } from 'typeorm';
import { listBindingRows, ROLE_BINDING_LIST } from '../src/access/role-bindings/role-bindings.queries.js';
import { listSessionRows, SESSION_LIST } from '../src/access/sessions/sessions.queries.js';
import { listTokenRows, TOKEN_LIST } from '../src/access/tokens/auth.queries.js';
import {
  MLFLOW_MODEL_LIST,
  MLFLOW_VERSION_LIST,
  type Search,
  searchModels,
  searchVersions,
} from '../src/edges/mlflow/mlflow.queries.js';
import { EVALUATION_LIST, listEvaluationRows } from '../src/measuring/evaluations/evaluations.queries.js';
import { JOB_LIST, listJobRows } from '../src/measuring/predictions/jobs/prediction-jobs.queries.js';
import { type ListSpec } from '../src/platform/lists/list-field.js';
import { type ListQuery, type Page } from '../src/platform/lists/page.dto.js';
import { listRevisionRows, REVISION_LIST } from '../src/promotion/policies/gate-policies.queries.js';
import {
  HISTORY_LIST,
  listHistoryRows,
  listProductionRows,
  listTenureRows,
  PRODUCTION_LIST,
  TENURE_LIST,
} from '../src/promotion/transitions/history/history.queries.js';
import {
  type AwaitedDecider,
  listTransitionRows,
  MODEL_TRANSITION_LIST,
  TRANSITION_LIST,
} from '../src/promotion/transitions/history/transition-list.queries.js';
import { listSegmentRows, SEGMENT_LIST } from '../src/record/audit/archive.queries.js';
import { AUDIT_LIST, listEventRows } from '../src/record/audit/audit.queries.js';
import { DATASET_LIST, listDatasetRows } from '../src/registry/datasets/datasets.queries.js';
import { listModelRows, MODEL_LIST } from '../src/registry/models/models.queries.js';
import { DELIVERY_LIST, listDeliveryRows } from '../src/record/webhooks/deliveries.queries.js';
import { listWebhookRows, WEBHOOK_LIST } from '../src/record/webhooks/webhooks.queries.js';
import { listVersionRows, VERSION_LIST } from '../src/registry/versions/version-list.queries.js';
import { createTestDatabase, type TestDatabase } from './support/app/database.js';
import { BUSY_VERSIONS, BUSY_WEBHOOK, seedLists } from './support/app/list-seed.js';

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
    read: (manager, query) => listModelRows(manager, query, { all: null, byModel: new Map() }, null),
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
    given: [
      { stage: 'None' },
      { stage: 'Production' },
      { stage: 'Staging' },
      { condition: 'awaiting' },
      { condition: 'no_policy' },
    ],
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
      createdBy: [...people('createdBy'), `createdBy != 'ci'`, `createdBy = 'rare' or version < 9`],
      createdAt: times('createdAt'),
      updatedAt: times('updatedAt'),
      quarantined: ['quarantined = true', 'not quarantined = true'],
      tags: [`tags.team = 'rare'`, `tags.team like 'x%'`],
      params: ['params.lr < 0.5', `params.lr = 'none'`, 'params.lr is null and not version > 9'],
      metrics: [
        'metrics.auc > 0.99',
        'metrics.auc@adult < 0',
        'metrics.none is null',
        'metrics.auc > 2 or version = 1',
      ],
    },
    given: [{ stage: 'None' }, { stage: 'Staging' }],
  },
  "versions of one model, as MLflow's clients ask": {
    read: (manager, { filter, sort, cursor, limit = 100, model = 'model-7' }) =>
      searchVersions(manager, { filter, sort, cursor, limit, model: model as string, alias: undefined, scope: null }),
    spec: { ...MLFLOW_VERSION_LIST, fields: {} },
    clauses: {},
    given: [{ model: 'model-0' }, { model: 'model-77' }, { model: 'nothing' }],
  },
  "versions of all models, as MLflow's clients ask": {
    read: (manager, { filter, sort, cursor, limit = 100, alias, scope = null }) =>
      searchVersions(manager, { filter, sort, cursor, limit, model: undefined, alias, scope } as Search),
    spec: { ...MLFLOW_VERSION_LIST, fields: {} },
    clauses: {},
    given: [
      { sort: 'updatedAt,name,-version' },
      { sort: '-createdAt,name,-version' },
      { sort: 'createdAt,name,-version' },
      ...times('updatedAt').map((filter) => ({ filter })),
      ...times('createdAt').map((filter) => ({ filter, sort: '-createdAt,name,-version' })),
      { filter: `runId = 'run-3'` },
      { filter: `(runId = '' or runId is null)` },
      { alias: 'champion' },
      { scope: { modelIds: [NIL], prefixes: [] } },
      { scope: { modelIds: [], prefixes: ['model-1'] } },
    ],
  },
  "models, as MLflow's clients ask": {
    read: (manager, { filter, sort, cursor, limit = 100, alias, scope = null }) =>
      searchModels(manager, { filter, sort, cursor, limit, model: undefined, alias, scope } as Search),
    spec: { ...MLFLOW_MODEL_LIST, fields: {} },
    clauses: {},
    given: [
      { sort: 'updatedAt,name' },
      { sort: '-updatedAt,name' },
      ...times('updatedAt').map((filter) => ({ filter, sort: '-updatedAt,name' })),
      ...times('createdAt').map((filter) => ({ filter })),
      ...people('createdBy').map((filter) => ({ filter })),
      { alias: 'champion' },
    ],
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
    read: (manager, { awaited, ...query }) =>
      listTransitionRows(manager, undefined, query, null, awaited as AwaitedDecider | undefined),
    spec: TRANSITION_LIST,
    clauses: {
      id: ids(),
      status: [`status = 'applied'`, `status = 'stale'`, `status in ('cancelled', 'stale')`],
      kind: [`kind = 'promote'`, `kind = 'rollback'`, `kind in ('demote', 'rollback')`],
      version: ['version = 1', 'version = 9999'],
      toStage: [`toStage = 'Production'`, `toStage = 'None'`],
      requestedBy: [...people('requestedBy'), `requestedBy = 'rare' or kind = 'rollback' or status = 'stale'`],
      requestedAt: [...times('requestedAt'), `requestedAt between '2026-06-01' and '2026-06-02'`],
    },
    given: [
      { status: 'applied' },
      { status: 'rejected' },
      { kind: 'rollback' },
      { kind: 'promote', status: 'stale' },
      { requestedBy: 'rare' },
      { from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z' },
      { awaited: { person: 'ci', roles: ['approver'], groups: [], mayBreakGlass: false, scope: null, at: new Date() } },
      {
        awaited: {
          person: 'anna',
          roles: ['admin'],
          groups: ['risk'],
          mayBreakGlass: true,
          scope: null,
          at: new Date(),
        },
      },
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
  'production of all models': {
    read: (manager, query) => listProductionRows(manager, query, null),
    spec: PRODUCTION_LIST,
    clauses: {
      modelId: ids('modelId'),
      model: [`model = 'model-777'`, `model in ('x', 'y')`],
      version: ['version = 1'],
      waived: ['waived = true', 'waived = false'],
    },
    given: [{ at: '2026-06-01T00:00:00Z' }, { at: '2020-01-01T00:00:00Z' }],
  },
  'tenures of a model': {
    read: (manager, query) => listTenureRows(manager, busyModel, query),
    spec: TENURE_LIST,
    clauses: { version: ['version = 1', 'version > 100'], from: times('from'), to: times('to') },
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
      digest: [`digest = 'digest-77'`, `digest = 'none'`, 'digest is null'],
      createdBy: people('createdBy'),
      createdAt: times('createdAt'),
    },
    given: [{ name: 'dataset-1' }, { name: 'nothing' }],
  },
  'prediction jobs': {
    read: (manager, query) => listJobRows(manager, query, null),
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
  'role bindings': {
    read: (manager, query) => listBindingRows(manager, query, null),
    spec: ROLE_BINDING_LIST,
    clauses: {
      id: ids(),
      subject: people('subject'),
      group: [`group = 'group-1'`, `group = 'nobody'`],
      role: [`role = 'rare'`, `role = 'none'`],
    },
    given: [{ subject: 'ci' }, { subject: 'rare' }, { group: 'group-7' }, { role: 'rare' }, { model: 'model-77' }],
  },
  webhooks: {
    read: (manager, { madeBy, ...query }) => listWebhookRows(manager, query, madeBy as string | undefined),
    spec: WEBHOOK_LIST,
    clauses: {
      id: ids(),
      model: [`model = 'model-2'`],
      createdBy: people('createdBy'),
      createdAt: times('createdAt'),
    },
    given: [{ madeBy: 'ci' }],
  },
  'deliveries of a webhook': {
    read: (manager, query) => listDeliveryRows(manager, BUSY_WEBHOOK, query),
    spec: DELIVERY_LIST,
    clauses: {
      eventId: [`eventId = 77`, `eventId in (7, 8)`],
      status: [`status = 'delivered'`, `status = 'dead'`, `status in ('waiting', 'dead')`],
    },
    given: [{ status: 'waiting' }, { status: 'dead' }, { status: 'delivered' }],
  },
  'segments of the archive': {
    read: (manager, query) => listSegmentRows(manager, query),
    spec: SEGMENT_LIST,
    clauses: { segment: ['segment = 3', 'segment < 9'], last: ['last = 770', 'last >= 199000'] },
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
      actor: [...people('actor'), `actor = 'rare' or action = 'token.revoked'`, `actor = 'rare' or version = 9999`],
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
  await list.read(managerOf(explain), query);
  return plan!;
}

/** What a list reads by, with this in place of the database; the limit of its time is left out. */
function managerOf(send: (text: string, values: unknown[]) => Promise<unknown[]>): EntityManager {
  const query = (text: string, values: unknown[] = []) =>
    text.startsWith('SET') ? Promise.resolve([]) : send(text, values);
  const transaction = (work: (manager: object) => Promise<unknown>) => work({ query });
  return { query, dataSource: { transaction } } as unknown as EntityManager;
}

/** The cursor of a row far behind in the list; null of a list that ends on its first page. */
async function deepCursor(list: List, query: Asked): Promise<string | null> {
  const rowsAt = async (text: string, values: unknown[], place: number): Promise<{ listPosition: string[] }[]> =>
    (await client.query(text.replace(/LIMIT \d+(?=\D*$)/, `OFFSET ${place} LIMIT 1`), values)).rows;
  let position: string[] | undefined;
  const send = async (text: string, values: unknown[]): Promise<unknown[]> => {
    const { rows } = await client.query(text, values);
    if (rows.length > 1 && !text.includes('WITH')) {
      position = ((await rowsAt(text, values, DEEP))[0] ?? (await rowsAt(text, values, 100))[0])?.listPosition;
    }
    return rows;
  };
  const { nextCursor } = await list.read(managerOf(send), { ...query, limit: 1 });
  if (nextCursor === null || !position) return nextCursor;
  const [fingerprint] = JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) as string[];
  return Buffer.from(JSON.stringify([fingerprint, ...position])).toString('base64url');
}

/** Every order on offer; beside a filter each in one direction, since the other reads the same index from its other end. */
function ordersOf({ fields }: ListSpec, { filter }: Asked): string[] {
  const sortable = Object.keys(fields).filter((name) => fields[name]!.sortable && !fields[name]!.type.endsWith('s'));
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

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows of a table that a plan reads, kept or not. */
function rowsRead(plan: PlanNode, relation: string): number {
  return nodesOf(plan)
    .filter((node) => node['Relation Name'] === relation)
    .reduce(
      (sum, node) => sum + node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)),
      0,
    );
}

it.each([undefined, 'updatedAt,name,-version', '-createdAt,name,-version', 'createdAt,name,-version'])(
  "a page of all versions far behind in MLflow's order %s is read from its place on",
  async (sort) => {
    const list = LISTS["versions of all models, as MLflow's clients ask"]!;
    const query = { ...(sort && { sort }), limit: 100 };
    const plan = await planOf(list, { ...query, cursor: (await deepCursor(list, query))! });
    expect(rowsRead(plan, 'model_versions')).toBeGreaterThan(100);
    expect(rowsRead(plan, 'model_versions')).toBeLessThan(1_000);
  },
);

describe('versions in an order of their values', () => {
  const list = LISTS['versions']!;

  // A ninth of all versions are of the busy model, which are read fastest with all others; the index is what bounds the rest.
  beforeAll(() => client.query('SET enable_seqscan = off'));
  afterAll(() => client.query('RESET enable_seqscan'));

  it.each([
    ['metrics.auc desc', 1],
    ['-metrics.auc@adult@1,params.lr', 1],
    ['metrics.auc, metrics.auc@adult desc', 2],
    ['params.lr desc', 0],
  ])('%s sorts those of one model, and looks each metric up once in each of them', async (sort, metrics) => {
    for (const query of [{ sort }, { sort, cursor: (await deepCursor(list, { sort }))! }]) {
      const plan = await planOf(list, query);
      expect(nodesOf(plan).map((node) => node['Node Type'])).not.toContain('Seq Scan');
      expect(rowsRead(plan, 'version_metrics')).toBeLessThanOrEqual(2 * metrics * BUSY_VERSIONS);
      expect(rowsRead(plan, 'model_versions')).toBeLessThanOrEqual(BUSY_VERSIONS);
    }
  });
});
