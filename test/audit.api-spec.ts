import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { type DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { contentDigest } from '../src/record/audit/audit-chain.js';
import { AuditService } from '../src/record/audit/audit.service.js';
import { type AuditEntry } from '../src/record/events/catalogue.js';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';

let app: TestApp;
let admin: Client;
let audit: AuditService;

async function start(): Promise<void> {
  app = await TestApp.start();
  admin = await app.as('root', 'admin');
  audit = app.nest.get(AuditService);
}
const stop = () => app.stop();

interface Happening {
  model?: string;
  modelId?: string;
  version?: number;
  actor?: string;
  details?: object;
}

/** Short names keep the cases readable; the chain takes what it is told. */
function entryOf(action: string, entry: object = {}): AuditEntry {
  return { action, details: {}, ...entry } as AuditEntry;
}

function happen(action: string, { actor = 'anna', ...entry }: Happening = {}): Promise<void> {
  const caller = { subject: actor, requestId: `request-${action}` };
  return app.dataSource.transaction((manager) => audit.record(manager, caller, entryOf(action, entry)));
}

/** What a forger with the keys to the database would do: switch the triggers off first. */
async function tamper(dataSource: DataSource, ...statements: string[]): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('ALTER TABLE audit_events DISABLE TRIGGER USER');
    await manager.query('ALTER TABLE audit_chains DISABLE TRIGGER USER');
    for (const statement of statements) await manager.query(statement);
    await manager.query('ALTER TABLE audit_events ENABLE TRIGGER USER');
    await manager.query('ALTER TABLE audit_chains ENABLE TRIGGER USER');
  });
}

const actionsOf = (page: Json): string[] => page.items.map((event: { action: string }) => event.action);

/** Of the newest event with this action, which may be one of these tests alone. */
async function sequenceOf(action: string): Promise<number> {
  const sql = 'SELECT max(sequence)::int AS sequence FROM audit_events WHERE action = $1';
  return (await app.dataSource.query(sql, [action]))[0].sequence;
}

describe('the record is append-only', () => {
  beforeAll(start);
  afterAll(stop);
  it.each([
    ["UPDATE audit_events SET actor = 'nobody'"],
    ['DELETE FROM audit_events'],
    ['DELETE FROM audit_events WHERE false'],
    ['TRUNCATE audit_events'],
    ["UPDATE audit_chains SET hash = ''"],
    ['UPDATE audit_chains SET position = position + 1'],
    ['DELETE FROM audit_chains'],
    ['TRUNCATE audit_chains'],
    ["INSERT INTO audit_chains VALUES ('x', 0, 0, '')"],
  ])('the database refuses %s', async (statement) => {
    await expect(app.dataSource.query(statement)).rejects.toThrow('append-only');
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: true });
  });

  it('an event cannot choose its own place', async () => {
    const model = uuidv7();
    const content = { actor: 'x', action: 'two', model: null, version: null, requestId: 'r', details: {} };
    await happen('one', { modelId: model, model: 'm' });
    await app.dataSource.query(
      `INSERT INTO audit_events (sequence, chain, position, at, actor, action, request_id, details, content_digest,
         previous_hash, hash, model_id)
       VALUES (1, $1, 99, 'epoch', 'x', 'two', 'r', '{}', $3, 'p', 'h', $2)`,
      [model, model, contentDigest(content)],
    );
    const [one, two] = await app.dataSource.query('SELECT * FROM audit_events WHERE chain = $1 ORDER BY position', [
      model,
    ]);
    expect([two.position, two.previous_hash]).toEqual(['2', one.hash]);
    expect(Number(two.sequence)).toBeGreaterThan(Number(one.sequence));
  });

  it('an event goes with its transaction', async () => {
    const failed = app.dataSource.transaction(async (manager) => {
      await audit.record(manager, { subject: 'anna', requestId: 'lost' }, entryOf('lost'));
      throw new Error('and back');
    });
    await expect(failed).rejects.toThrow('and back');
    expect(actionsOf(await admin.get('/audit-events?requestId=lost'))).toEqual([]);
    await happen('kept');
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: true });
  });
});

describe('verification', () => {
  afterEach(stop);
  const model = uuidv7();

  beforeEach(async () => {
    await start();
    for (const action of ['one', 'two', 'three']) {
      await happen(action, {
        modelId: model,
        model: 'fraud',
        version: 1,
        details: { f1: 0.6666, name: 'ü', list: [1, null] },
      });
    }
    await happen('elsewhere', { modelId: uuidv7(), model: 'churn' });
  });

  it('finds nothing wrong with an honest record', async () => {
    const [{ count, newest }] = await app.dataSource.query(
      'SELECT count(*), max(sequence) AS newest FROM audit_events',
    );
    expect(await admin.get('/audit-events/verification')).toEqual({
      archived: null,
      valid: true,
      events: Number(count),
      firstBroken: null,
      reason: null,
      brokenChains: 0,
      broken: [],
      startedAt: expect.any(String),
      through: Number(newest),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      objects: 1,
      differing: 0,
      differences: [],
      notCovered: [],
      clockJump: null,
      limits: expect.any(String),
    });
  });

  it.each([
    ["actor = 'nobody'"],
    ["action = 'two!'"],
    ["model = 'churn'"],
    ['version = 2'],
    ["request_id = 'other'"],
    ['details = details || \'{"f1": 0.9}\''],
    ["at = at + interval '1 millisecond'"],
    ["content_digest = repeat('0', 64)"],
    ["hash = repeat('0', 64)"],
    ["previous_hash = repeat('0', 64)"],
    ['model_id = NULL'],
  ])('names the event whose column was changed: %s', async (change) => {
    const sequence = await sequenceOf('two');
    await tamper(app.dataSource, `UPDATE audit_events SET ${change} WHERE action = 'two'`);
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: false, firstBroken: sequence });
  });

  it('names the event after a removed one', async () => {
    const sequence = await sequenceOf('three');
    await tamper(app.dataSource, "DELETE FROM audit_events WHERE action = 'two'");
    expect(await admin.get('/audit-events/verification')).toMatchObject({
      valid: false,
      firstBroken: sequence,
      reason: 'An event before this one is missing.',
    });
  });

  it('names the newest event when the end of a chain was cut off', async () => {
    const sequence = await sequenceOf('three');
    await tamper(app.dataSource, "DELETE FROM audit_events WHERE action = 'three'");
    expect(await admin.get('/audit-events/verification')).toMatchObject({
      valid: false,
      firstBroken: sequence,
      reason: 'The newest events of the chain are missing.',
    });
  });

  it('notices a whole chain that is gone, and a head that is', async () => {
    const sequence = await sequenceOf('three');
    await tamper(app.dataSource, `DELETE FROM audit_events WHERE chain = '${model}'`);
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: false, firstBroken: sequence });
    await tamper(app.dataSource, "DELETE FROM audit_chains WHERE chain = 'registry'");
    expect(await admin.get('/audit-events/verification')).toMatchObject({
      valid: false,
      reason: 'The head of the chain is missing.',
    });
  });

  it('names the first of several faults', async () => {
    const sequence = await sequenceOf('one');
    await tamper(app.dataSource, "UPDATE audit_events SET actor = 'x' WHERE action IN ('elsewhere', 'three', 'one')");
    const reason = 'The content of the event was changed.';
    expect(await admin.get('/audit-events/verification')).toMatchObject({
      valid: false,
      firstBroken: sequence,
      reason,
      brokenChains: 2,
      broken: [
        { chain: model, model: 'fraud', sequence, reason },
        { model: 'churn', sequence: await sequenceOf('elsewhere'), reason },
      ],
    });
  });

  it('names every broken chain once, a damaged one, one cut short and one that is gone', async () => {
    const [gone, short] = [uuidv7(), uuidv7()];
    await happen('gone', { modelId: gone, model: 'gone' });
    await happen('kept', { modelId: short, model: 'short' });
    await happen('cut', { modelId: short, model: 'short' });
    const [one, cut, lost] = [await sequenceOf('one'), await sequenceOf('cut'), await sequenceOf('gone')];
    await tamper(
      app.dataSource,
      "UPDATE audit_events SET actor = 'x' WHERE action IN ('one', 'two')",
      "DELETE FROM audit_events WHERE action IN ('three', 'cut', 'gone')",
    );
    const missing = 'The newest events of the chain are missing.';
    expect(await admin.get('/audit-events/verification')).toMatchObject({
      firstBroken: one,
      brokenChains: 3,
      broken: [
        { chain: model, model: 'fraud', sequence: one, reason: 'The content of the event was changed.' },
        { chain: gone, model: null, sequence: lost, reason: missing },
        { chain: short, model: 'short', sequence: cut, reason: missing },
      ],
    });
  });

  it('counts all broken chains and names a hundred', async () => {
    for (let count = 0; count < 101; count += 1) await happen('many', { modelId: uuidv7(), model: `m${count}` });
    await tamper(app.dataSource, "UPDATE audit_events SET actor = 'x' WHERE action = 'many'");
    const { brokenChains, broken, firstBroken } = await admin.get('/audit-events/verification');
    expect([brokenChains, broken.length, broken[0].sequence]).toEqual([101, 100, firstBroken]);
  });

  it('is not disturbed by members called toJSON', async () => {
    const details = { toJSON: 'q', a: { toJSON: {}, '10': 1, '9': 2 }, list: [{ b: 1, toJSON: 0, a: 2 }] };
    await happen('named', { modelId: model, model: 'fraud', details });
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: true });
    await tamper(
      app.dataSource,
      `UPDATE audit_events SET details = details || '{"toJSON": "r"}' WHERE action = 'named'`,
    );
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: false, brokenChains: 1 });
  });

  it.each([
    ['the order of the database', { toJSON: 'q', artifact: '1' }, true],
    ['another order, which nobody knows any more', { toJSON: 'q', a: '1' }, false],
  ])('takes an event of an earlier release with a member called toJSON in %s: %#', async (_case, details, valid) => {
    const content = { actor: 'x', action: 'old', model: null, version: null, requestId: 'r', details };
    await app.dataSource.query(
      `INSERT INTO audit_events (chain, actor, action, request_id, details, content_digest)
       VALUES ('registry', 'x', 'old', 'r', $1, $2)`,
      [JSON.stringify(details), createHash('sha256').update(canonicalize(content)).digest('hex')],
    );
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid, brokenChains: valid ? 0 : 1 });
  });
});

describe('the list', () => {
  afterAll(stop);
  beforeAll(async () => {
    await start();
    const ci = await app.as('ci', 'contributor');
    const version = { artifactUri: 's3://models/1' };
    await admin.post('/models', { name: 'old-name' });
    await ci.post('/models/old-name/versions', version);
    const headers = { 'x-request-id': 'request-model.renamed' };
    expect((await admin.send('POST', '/models/old-name/rename', { newName: 'new-name' }, { headers })).status).toBe(
      200,
    );
    await ci.post('/models/new-name/versions', version);
    await admin.post('/models', { name: 'other' });
  });

  it.each([
    ['model=old-name', ['version.registered', 'model.renamed', 'version.registered', 'model.created']],
    ['model=new-name', ['version.registered', 'model.renamed', 'version.registered', 'model.created']],
    ['model=new-name&version=2', ['version.registered']],
    ['model=other', ['model.created']],
    ['model=unknown', []],
    ['actor=ci', ['version.registered', 'version.registered']],
    ['actor=ci&sort=sequence&limit=1', ['version.registered']],
    ['action=model.renamed', ['model.renamed']],
    ['requestId=request-model.renamed', ['model.renamed']],
    ['from=2999-01-01T00:00:00Z', []],
    ['from=2999-01-01', []],
    ['to=2000-01-01T00:00:00%2B01:00', []],
  ])('filtered by %s', async (query, actions) => {
    expect(actionsOf(await admin.get(`/audit-events?${query}`))).toEqual(actions);
  });

  it('keeps the name of the day', async () => {
    const { items } = await admin.get('/audit-events?model=new-name&sort=sequence');
    expect(items.map((event: { model: string }) => event.model)).toEqual([
      'old-name',
      'old-name',
      'old-name',
      'new-name',
    ]);
  });

  it('pages through both orders without gap or repetition', async () => {
    for (const sort of ['sequence', '-sequence']) {
      const all = (await admin.get(`/audit-events?sort=${sort}`)).items;
      const joined: Json[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Json = await admin.get(`/audit-events?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
        joined.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(joined).toEqual(all);
    }
  });

  it('refuses the cursor of another order', async () => {
    const { nextCursor } = await admin.get('/audit-events?limit=1');
    expect((await admin.get(`/audit-events?sort=sequence&cursor=${nextCursor}`, 400)).code).toBe('INVALID_CURSOR');
  });

  it.each([
    'from=yesterday',
    'from=2026-02-30T00:00:00Z',
    'to=2026-02-30',
    'version=0',
    'version=x',
    'sort=at',
    'model=a%20b',
    'foo=1',
  ])('refuses %s', async (query) => {
    expect((await admin.get(`/audit-events?${query}`, 400)).code).toBe('VALIDATION_FAILED');
  });

  it('is for callers who are known', async () => {
    await app.anonymous().get('/audit-events', 401);
    await app.anonymous().get('/audit-events/verification', 401);
    await app.anonymous().get('/audit-events/export', 401);
    await (await app.as('vera', 'viewer')).get('/audit-events');
  });
});

describe('under load', () => {
  beforeAll(start);
  afterAll(stop);
  it('writers of one model and of many keep every chain whole', async () => {
    const models = Array.from({ length: 5 }, () => uuidv7());
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        happen('raced', { modelId: models[index % 5], model: `m${index % 5}` }),
      ),
    );
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: true });
    const rows = await app.dataSource.query(
      'SELECT chain, array_agg(position::int ORDER BY sequence) AS positions FROM audit_events WHERE action = $1 GROUP BY chain',
      ['raced'],
    );
    const inOrder = Array.from({ length: 20 }, (_, index) => index + 1);
    for (const { positions } of rows) expect(positions).toEqual(inOrder);
  });

  it('an open transaction on one model does not hold up another', async () => {
    const runner = app.dataSource.createQueryRunner();
    await runner.startTransaction();
    await audit.record(runner.manager, { subject: 'slow', requestId: 'r' }, entryOf('slow', { modelId: uuidv7() }));
    await happen('quick', { modelId: uuidv7(), model: 'other' });
    expect(actionsOf(await admin.get('/audit-events?model=other'))).toEqual(['quick']);
    await runner.rollbackTransaction();
    await runner.release();
  });

  it.each(['/audit-events?action=transition.apply', '/audit-events/export?action=transition.apply'])(
    '%s, which no event can answer, is 400',
    async (path) => {
      const { status, body } = await admin.send('GET', path);
      expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'VALIDATION_FAILED', '/action']);
    },
  );

  it('the export streams every event once, in order, across batches', async () => {
    await app.dataSource.transaction(async (manager) => {
      for (let count = 0; count < 1_203; count += 1) {
        await audit.record(manager, { subject: 'counter', requestId: 'r' }, entryOf('many', { details: { count } }));
      }
    });
    const { body, headers } = await admin.send('GET', '/audit-events/export?actor=counter');
    expect(headers.get('content-type')).toBe('application/x-ndjson');
    const events = body
      .trimEnd()
      .split('\n')
      .map((line: string) => JSON.parse(line));
    expect(events.map((event: { details: { count: number } }) => event.details.count)).toEqual([
      ...Array(1_203).keys(),
    ]);
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: true });
    expect((await admin.send('GET', '/audit-events/export?actor=nobody')).body).toBe('');
  });
});
