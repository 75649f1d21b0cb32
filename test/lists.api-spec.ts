import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { type Team, teamOf, uniqueName } from './support/app/registry.js';

let app: TestApp;
let team: Team;
let model: string;

/** Six versions that differ in every field a list is filtered by. */
beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
  const { ci, root } = team;
  model = await ci.creates();
  await root.setsPolicy(model, { preset: 'open' });
  for (let number = 1; number <= 6; number += 1) {
    await ci.registers(model, {
      runId: `run-${number % 2 === 0 ? 'even' : 'odd'}-${number}`,
      dataset: { name: number <= 3 ? 'payments' : 'claims', version: `2026-0${number}` },
      framework: number === 6 ? undefined : "o'reilly 100%_\\",
      gitCommit: `abc000${number}`,
      tags: { team: number % 3 === 0 ? 'fraud' : 'risk', ...(number === 1 && { 'the key': 'a "b" \'c\'' }) },
      description: `Version number ${number}.`,
    });
  }
  await ci.promotes(model, 2, 'Staging');
  await ci.promotes(model, 3);
  await ci.promotes(model, 4);
});
afterAll(() => app?.stop());

function path(query: Record<string, string> = {}, list = `/models/${model}/versions`): string {
  return `${list}?${new URLSearchParams(query).toString()}`;
}

async function numbers(query: Record<string, string>): Promise<number[]> {
  return (await team.viewer.get(path(query))).items.map(({ version }: Json) => version);
}

describe('filters of versions', () => {
  it.each([
    [`stage = 'Staging'`, [2]],
    [`stage != 'None'`, [4, 3, 2]],
    [`stage in ('Production', 'Archived')`, [4, 3]],
    [`stage like '%d'`, [3]],
    [`runId = 'run-odd-5'`, [5]],
    [`runId like 'run-even-%'`, [6, 4, 2]],
    [`runId ilike 'RUN-ODD-_'`, [5, 3, 1]],
    [`dataset = 'payments'`, [3, 2, 1]],
    [`dataset = 'claims' and datasetVersion = '2026-05'`, [5]],
    [`tags.team = 'fraud'`, [6, 3]],
    [`tags.team != 'fraud'`, [5, 4, 2, 1]],
    [`tags.team in ('fraud', 'ops')`, [6, 3]],
    [`tags."the key" = 'a "b" ''c'''`, [1]],
    [`tags.'the key' like 'a %'`, [1]],
    [`tags.nothing = 'x'`, []],
    [`tags.nothing != 'x'`, [6, 5, 4, 3, 2, 1]],
    [`version >= 3 and version < 5`, [4, 3]],
    [`version in (1, 6)`, [6, 1]],
    [`gitCommit = "abc0004"`, [4]],
    [`framework = 'o''reilly 100%_\\'`, [5, 4, 3, 2, 1]],
    [`framework != 'x'`, [6, 5, 4, 3, 2, 1]],
    [`createdBy = 'ci' AND description like '%number 2.'`, [2]],
    [`createdAt > '2020-01-01' and createdAt < '2999-01-01T00:00:00Z'`, [6, 5, 4, 3, 2, 1]],
    [`createdAt < '2020-01-01T00:00:00+02:00'`, []],
    [`description = ''' or 1 = 1 --'`, []],
    [`stage = 'Staging' or stage = 'Archived'`, [3, 2]],
    [`not (stage = 'None' or version = 4) AND version is NOT null`, [3, 2]],
    [`version not between 2 and 5 and not tags.team = 'fraud'`, [1]],
    [`framework is null or tags."the key" is not null`, [6, 1]],
    [`createdAt between '2020-01-01' and '2999-01-01' and version < 3`, [2, 1]],
  ])('%s answers %j', async (filter, expected) => {
    expect(await numbers({ filter })).toEqual(expected);
  });

  it('the stage of a query and a filter hold together', async () => {
    expect(await numbers({ stage: 'None', filter: `tags.team = 'fraud'` })).toEqual([6]);
    expect(await numbers({ stage: 'Archived', filter: `tags.team = 'risk'` })).toEqual([]);
  });

  it.each([
    ['', '/filter'],
    ['stage', '/filter'],
    ['stage =', '/filter'],
    [`stage = 'Staging' or`, '/filter'],
    [`(stage = 'Staging'`, '/filter'],
    [`runId = null`, '/filter'],
    [`quarantined = 'yes'`, '/filter'],
    [`stage = 'Staging`, '/filter'],
    [`colour = 'red'`, '/filter'],
    [`constructor = 'x'`, '/filter'],
    [`tags = 'x'`, '/filter'],
    [`stage.x = 'y'`, '/filter'],
    [`version = 'three'`, '/filter'],
    [`version like '1%'`, '/filter'],
    [`version = 99999999999`, '/filter'],
    [`createdAt > 'yesterday'`, '/filter'],
    [`createdAt > '2026-02-30'`, '/filter'],
    [`createdAt > '2026-01-01 (noon)'`, '/filter'],
    [`createdAt > '2026-01-01T25:00:00Z'`, '/filter'],
    [`stage in ()`, '/filter'],
    [`stage in 'None'`, '/filter'],
    [`stage = 'production'`, '/filter'],
    [`stage != 'Live'`, '/filter'],
    [`stage in ('None', 'Live')`, '/filter'],
    [`description like 'x\\'`, '/filter'],
    [`tags.team ilike '\\'`, '/filter'],
    [`stage = 'None'; drop table models`, '/filter'],
    ['x'.repeat(2_001), '/filter'],
  ])('%j is 400 and says where', async (filter, pointer) => {
    const problem = await team.viewer.problem('GET', path({ filter }));
    expect(problem).toMatchObject({ status: 400, errors: [{ in: 'query', pointer }] });
  });

  it('a stage that does not exist is answered with those that do', async () => {
    const { code, detail } = await team.viewer.problem('GET', path({ filter: `stage = 'production'` }));
    expect([code, detail]).toEqual([
      'INVALID_LIST_QUERY',
      `stage is never 'production'; known are None, Staging, Production, Archived.`,
    ]);
  });

  it.each<Record<string, string>>([
    { sort: 'stage' },
    { sort: '' },
    { sort: 'version,' },
    { sort: '--version' },
    { stage: 'production' },
    { limit: '0' },
    { limit: '201' },
    { limit: 'ten' },
    { limit: '1e1' },
    { page: '2' },
    { cursor: '' },
  ])('the query %j is 400', async (query) => {
    expect((await team.viewer.problem('GET', path(query))).status).toBe(400);
  });

  it('a parameter given twice is 400', async () => {
    expect((await team.viewer.problem('GET', `${path({ limit: '2' })}&limit=3`)).status).toBe(400);
    expect((await team.viewer.problem('GET', `${path({ sort: 'version' })}&sort=-version`)).status).toBe(400);
  });
});

describe('filters of models', () => {
  it.each([
    [`owner = 'anna'`, ['b', 'c']],
    [`owner != 'anna'`, ['a']],
    [`tags.team = 'x' and owner = 'anna'`, ['b']],
    [`name = 'list-b'`, ['b']],
    [`name >= 'list-b' and name <= 'list-c'`, ['b', 'c']],
    [`description ilike '%RANKS%'`, ['a']],
  ])('%s answers %j', async (filter, expected) => {
    const { ci } = team;
    await ci.send('POST', '/models', { name: 'list-a', description: 'It ranks.' });
    await ci.send('POST', '/models', { name: 'list-b', owner: 'anna', tags: { team: 'x' } });
    await ci.send('POST', '/models', { name: 'list-c', owner: 'anna' });
    const { items } = await ci.get(path({ filter: `${filter} and name like 'list-%'` }, '/models'));
    expect(items.map(({ name }: Json) => name)).toEqual(expected.map((letter) => `list-${letter}`));
  });
});

describe('filters of all other lists', () => {
  const day = '2999-01-01';
  let many: string;
  beforeAll(async () => {
    const { ci, root } = team;
    many = await ci.creates();
    await root.setsPolicy(many, { preset: 'open' });
    await root.setsPolicy(many, { preset: 'open', description: 'Again.' });
    await ci.registersMany(many, 2);
    await ci.evaluates(many, 1, { accuracy: 0.5 }, { evaluator: 'sklearn', evaluatedAt: '2026-01-02T00:00:00.000Z' });
    await ci.evaluates(many, 1, { accuracy: 0.6 }, { evaluator: 'torch', evaluatedAt: '2026-01-01T00:00:00.000Z' });
    await ci.promotes(many, 1);
    await ci.promotes(many, 2);
    await root.moves(many, 1, 'None', { reason: 'No longer needed.' });
    for (const version of ['1', '2', '3']) {
      await ci.post('/datasets', { name: many, version, rowCount: 0, inventory: {}, digest: digestOf(version) });
    }
    await root.post('/tokens', { subject: many, roles: ['viewer'], expiresInSeconds: 60 });
    await root.post('/tokens', { subject: many, roles: ['viewer'], expiresInSeconds: 3_600 });
  });
  const digestOf = (digit: string): string => `sha256:${digit.repeat(64)}`;

  /** A list, its filter and order, and what the items that are answered say in a field. */
  const cases: [string, () => string, string, string, string, () => unknown[]][] = [
    ['transitions', () => `/models/${many}/transitions`, `version = 1`, '', 'toStage', () => ['None', 'Production']],
    ['transitions', () => `/models/${many}/transitions`, `toStage = 'Production'`, 'id', 'version', () => [1, 2]],
    ['transitions', () => `/models/${many}/transitions`, `kind in ('restore')`, '', 'version', () => [1]],
    [
      'transitions',
      () => `/models/${many}/transitions`,
      `requestedAt < '${day}'`,
      'requestedAt',
      'version',
      () => [1, 2, 1],
    ],
    [
      'transitions',
      () => `/models/${many}/transitions?kind=promote`,
      `status = 'applied'`,
      '',
      'version',
      () => [2, 1],
    ],
    ['all transitions', () => '/transitions', `requestedBy = 'root' and kind = 'restore'`, '', 'model', () => [many]],
    [
      'evaluations',
      () => `/models/${many}/versions/1/evaluations`,
      `evaluator = 'torch'`,
      '',
      'evaluator',
      () => ['torch'],
    ],
    [
      'evaluations',
      () => `/models/${many}/versions/1/evaluations`,
      `createdBy = 'ci'`,
      '-evaluatedAt',
      'evaluator',
      () => ['sklearn', 'torch'],
    ],
    [
      'evaluations',
      () => `/models/${many}/versions/1/evaluations`,
      `evaluatedAt > '2026-01-01'`,
      '',
      'evaluator',
      () => ['sklearn'],
    ],
    ['history', () => `/models/${many}/history`, 'endedAt is null', '', 'version', () => [2]],
    ['history', () => `/models/${many}/history`, 'not endedAt is null or version = 7', '', 'version', () => [1]],
    ['transitions', () => `/models/${many}/transitions`, `NOT (toStage = 'Production')`, '', 'version', () => [1]],
    [
      'all transitions',
      () => '/transitions',
      `requestedBy = 'root' and (kind = 'restore' or kind = 'rollback')`,
      'requestedAt desc',
      'model',
      () => [many],
    ],
    [
      'evaluations',
      () => `/models/${many}/versions/1/evaluations`,
      `evaluator not in ('sklearn') and environment is null`,
      '',
      'evaluator',
      () => ['torch'],
    ],
    [
      'policy revisions',
      () => `/models/${many}/gate-policy/revisions`,
      'revision between 2 and 9 or createdBy is null',
      '',
      'revision',
      () => [2],
    ],
    [
      'tokens',
      () => `/tokens?subject=${many}`,
      `issuedAt between '2020-01-01' and '${day}' and (issuedBy = 'root' or issuedBy = 'anna')`,
      'expiresAt desc',
      'subject',
      () => [many, many],
    ],
    [
      'audit events',
      () => `/audit-events?model=${many}`,
      `version = 2 and (action = 'version.registered' or actor = 'nobody')`,
      '',
      'action',
      () => ['version.registered'],
    ],
    ['datasets', () => `/datasets?name=${many}`, `version in ('1', '3')`, 'createdAt', 'version', () => ['1', '3']],
    ['datasets', () => '/datasets', `digest = '${digestOf('2')}'`, '', 'version', () => ['2']],
    ['datasets', () => '/datasets', `name = '${'NAME'}'`, '-name', 'version', () => ['3', '2', '1']],
    ['policy revisions', () => `/models/${many}/gate-policy/revisions`, `revision < 2`, '', 'revision', () => [1]],
    [
      'policy revisions',
      () => `/models/${many}/gate-policy/revisions`,
      `createdBy = 'root'`,
      'revision',
      'revision',
      () => [1, 2],
    ],
    ['tokens', () => `/tokens?subject=${many}`, `issuedBy = 'root'`, 'expiresAt', 'subject', () => [many, many]],
    ['tokens', () => `/tokens?subject=${many}`, `expiresAt > '${day}'`, '', 'subject', () => []],
    [
      'audit events',
      () => `/audit-events?model=${many}&sort=sequence`,
      `action = 'gate_policy.set' and actor = 'root'`,
      '',
      'action',
      () => ['gate_policy.set', 'gate_policy.set'],
    ],
    [
      'audit events',
      () => `/audit-events?model=${many}`,
      `version = 2 and at < '${day}'`,
      '',
      'action',
      () => ['transition.applied', 'version.registered'],
    ],
  ];

  it.each(cases)('of %s', async (_, list, filter, sort, field, expected) => {
    const query = { filter: filter.replace('NAME', many), ...(sort && { sort }) };
    const separator = list().includes('?') ? '&' : '?';
    const { items } = await team.root.get(`${list()}${separator}${new URLSearchParams(query).toString()}`);
    expect(items.map((item: Json) => item[field])).toEqual(expected());
  });

  it.each([
    ['/transitions', `status = 'done'`, 'awaiting_approval'],
    ['/transitions', `kind != 'promote'`, 'alone, not by !='],
    ['/transitions', `version = 1 or not (kind = 'promote')`, 'alone, not under NOT'],
    ['/tokens', 'subject is null', 'alone, not by is null'],
    ['/transitions', `kind = 'promotion'`, 'rollback'],
    ['/transitions', `toStage in ('production')`, 'Archived'],
    ['/transitions', `reason = 'x'`, `Unknown field 'reason'`],
    ['/prediction-jobs', `status = 'done'`, 'succeeded'],
    ['/prediction-jobs', `createdBy like 'c%'`, 'alone, not by like'],
    ['/datasets', `name != 'x'`, 'alone, not by !='],
    ['/datasets', `rowCount = 1`, `Unknown field 'rowCount'`],
    ['/tokens', `digest = 'x'`, `Unknown field 'digest'`],
    ['/audit-events', `at = 'yesterday'`, 'no timestamptz'],
    ['/audit-events', `action = 'transition.apply'`, 'transition.applied'],
  ])('of %s: %s is 400 and says what would be right', async (list, filter, words) => {
    const problem = await team.root.problem('GET', path({ filter }, list));
    expect(problem).toMatchObject({ status: 400, code: 'INVALID_LIST_QUERY', errors: [{ pointer: '/filter' }] });
    expect(problem.detail).toContain(words);
  });

  it.each([
    ['/transitions', 'status'],
    ['/tokens', 'subject'],
    ['/datasets', 'version'],
    ['/audit-events', 'actor'],
    ['/prediction-jobs', 'status'],
  ])('%s is not sorted by %s, which no index serves', async (list, sort) => {
    expect((await team.root.problem('GET', path({ sort }, list))).status).toBe(400);
  });
});

describe('pages', () => {
  const lists: [string, (many: string) => string][] = [
    ['models', () => path({ filter: `name like 'many-%'` }, '/models')],
    ['models, latest change first', () => path({ filter: `name like 'many-%'`, sort: '-updatedAt' }, '/models')],
    ['versions', (many) => path({}, `/models/${many}/versions`)],
    ['versions, oldest first', (many) => path({ sort: 'version' }, `/models/${many}/versions`)],
    ['versions by creation', (many) => path({ sort: '-createdAt' }, `/models/${many}/versions`)],
    ['evaluations', (many) => `/models/${many}/versions/1/evaluations`],
    [
      'evaluations, by the time of measuring',
      (many) => path({ sort: 'evaluatedAt' }, `/models/${many}/versions/1/evaluations`),
    ],
    ['transitions', (many) => `/models/${many}/transitions`],
    ['transitions of all models', () => '/transitions'],
    ['promotions, oldest first', () => path({ kind: 'promote', sort: 'requestedAt' }, '/transitions')],
    ['policy revisions', (many) => `/models/${many}/gate-policy/revisions`],
    ['policy revisions, oldest first', (many) => path({ sort: 'createdAt' }, `/models/${many}/gate-policy/revisions`)],
    ['datasets', () => '/datasets'],
    ['datasets by name', () => path({ sort: 'name' }, '/datasets')],
    ['datasets of one name, latest first', (many) => path({ name: many, sort: '-createdAt,-id' }, '/datasets')],
    ['tokens', () => path({ filter: `issuedBy = 'root'` }, '/tokens')],
    ['tokens, the next to expire first', () => path({ subject: 'many', sort: 'expiresAt' }, '/tokens')],
    ['audit events', (many) => `/audit-events?model=${many}`],
    [
      'audit events, oldest first',
      (many) => path({ sort: 'sequence', filter: `actor = 'ci'` }, `/audit-events`) + `&model=${many}`,
    ],
  ];
  let many: string;
  beforeAll(async () => {
    const { ci, root } = team;
    many = await ci.creates(uniqueName('many'));
    for (let made = 0; made < 6; made += 1) {
      await ci.creates(uniqueName('many'));
      await root.setsPolicy(many, { preset: 'open' });
      await ci.registers(many);
      await ci.evaluates(many, 1, { accuracy: made / 10 });
      await ci.post('/datasets', { name: many, version: `${made}`, rowCount: 0, inventory: {} });
      await root.post('/tokens', { subject: 'many', roles: ['viewer'], expiresInSeconds: 1_000 - (made % 3) });
    }
    for (let version = 1; version <= 6; version += 1) await ci.promotes(many, version);
  });

  it.each(lists)('of %s join without gap or repetition, whatever their size', async (_, of) => {
    const whole = (await team.root.get(of(many))).items;
    expect(whole.length).toBeGreaterThanOrEqual(6);
    for (const limit of [1, 2, 3, whole.length, 200]) expect(await team.root.readsAll(of(many), limit)).toEqual(whole);
  });

  it.each(lists)('of %s take a cursor of their own alone, and none that was tampered with', async (name, of) => {
    const { root } = team;
    const separator = of(many).includes('?') ? '&' : '?';
    const { nextCursor } = await root.get(`${of(many)}${separator}limit=2`);
    const others = lists.filter(([other]) => other !== name).map(([, other]) => other(many));
    for (const other of others) {
      const problem = await root.problem('GET', `${other}${other.includes('?') ? '&' : '?'}cursor=${nextCursor}`);
      expect(problem).toMatchObject({ status: 400, code: 'INVALID_CURSOR' });
    }
    const [fingerprint, ...key] = JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) as unknown[];
    const forgeries = [
      [],
      [...key, 'x'],
      key.map(() => null),
      key.map(() => 'x'),
      key.map(() => 'a\0'),
      key.map(() => 1e300),
    ];
    for (const forged of [...forgeries, key.map(() => ['x']), key.map(() => ({}))]) {
      const cursor = Buffer.from(JSON.stringify([fingerprint, ...forged])).toString('base64url');
      const answer = await root.send('GET', `${of(many)}${separator}cursor=${cursor}`);
      expect([200, 400]).toContain(answer.status);
    }
    for (const cursor of ['x', 'W10', 'bnVsbA', 'e30', nextCursor.slice(2)]) {
      const problem = await root.problem('GET', `${of(many)}${separator}cursor=${cursor}`);
      expect(problem).toMatchObject({ status: 400, code: 'INVALID_CURSOR' });
    }
  });

  it('say where the next one is in a header too', async () => {
    const { headers, body } = await team.ci.send('GET', `/models/${many}/versions?limit=2&sort=version`);
    expect(headers.get('link')).toContain('rel="next"');
    expect(headers.get('link')).toContain(encodeURIComponent(body.nextCursor));
    const last = await team.ci.send('GET', `/models/${many}/versions?limit=6`);
    expect(last.headers.get('link')).toBeNull();
  });

  it('do not repeat what stood there while new versions come in', async () => {
    const { ci } = team;
    const first = await ci.get(`/models/${many}/versions?limit=3`);
    await ci.registers(many);
    const second = await ci.get(`/models/${many}/versions?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ version }: Json) => version)).toEqual([6, 5, 4, 3, 2, 1]);
  });
});
