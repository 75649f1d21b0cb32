import { generateKeyPairSync, sign } from 'node:crypto';
import { IN_TOTO, preAuthEncoding, STATEMENT_V1 } from '../src/values/dsse.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Fields, gatedModel, type Person, type Team, teamOf } from './support/app/registry.js';
import { until } from './support/limits.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const measured = (value = 0.9): Fields[] => [{ name: 'accuracy', slice: {}, value, count: 1_000 }];

async function backTests(model: string, ...rules: Fields[]): Promise<Json> {
  const policy = { ...ACCURACY_POLICY, rules };
  return team.ci.post('/gate-policy/back-tests', { policy, model }, 200);
}

it('a promotion that waivers let through counts as let through on its day, and one before them as refused', async () => {
  const { ci, anna, root } = team;
  const model = await ci.creates();
  const shown = { id: 'shown', metric: 'accuracy', min: 0.895, bound: 'lower_confidence' };
  await root.setsPolicy(model, { ...ACCURACY_POLICY, rules: [shown] });
  await ci.registers(model);
  await ci.evaluates(model, 1, measured());
  await ci.isRefused(model, 1);
  const reason = 'The rest of the rows arrives on Monday.';
  await anna.post(`/models/${model}/versions/1/waivers`, { toStage: 'Production', ruleId: 'shown', reason });
  await ci.promotes(model, 1);
  const changes = async (min: number) =>
    (await backTests(model, { metric: 'accuracy', min })).items.map(({ status, change }: Json) => [status, change]);
  expect(await changes(0.5)).toEqual([
    ['applied', 'same'],
    ['refused', 'newly_let_through'],
  ]);
  expect(await changes(0.95)).toEqual([
    ['applied', 'newly_refused'],
    ['refused', 'same'],
  ]);
});

describe('a back-test by a draft that asks for what no policy of the day asked for judges it as it was then:', () => {
  const DIGEST = 'c0'.repeat(32);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const floor = { metric: 'accuracy', min: 0.5 };

  function signature(): Json {
    const payload = Buffer.from(JSON.stringify({ _type: STATEMENT_V1, subject: [{ digest: { sha256: DIGEST } }] }));
    const sig = sign(null, preAuthEncoding(IN_TOTO, payload), privateKey).toString('base64');
    return { payloadType: IN_TOTO, payload: payload.toString('base64'), signatures: [{ sig }] };
  }

  /** A model with two versions that were promoted one after the other, each after what is done for it. */
  async function promoted(prepare: (model: string, version: number) => Promise<unknown>): Promise<string> {
    const { ci, root } = team;
    const model = await ci.creates();
    await root.setsPolicy(model, { ...ACCURACY_POLICY, rules: [floor] });
    for (const version of [1, 2]) {
      await ci.registers(model, { artifactDigest: `sha256:${version === 1 ? DIGEST : 'd1'.repeat(32)}` });
      await ci.evaluates(model, version, measured(), { dataset: { name: model, version: '1' } });
      await prepare(model, version);
      await ci.promotes(model, version);
    }
    return model;
  }

  /** The verdicts of the draft on versions 1 and 2, by a back-test, and on version 2 in Production by a check of the draft. */
  async function verdicts(model: string, rule: Fields): Promise<string[]> {
    const { items } = await backTests(model, floor, rule);
    const policy = { ...ACCURACY_POLICY, rules: [floor, rule] };
    const { production } = await team.ci.post(`/models/${model}/gate-policy/checks`, { policy }, 200);
    const live = production.items[0]?.draftVerdict ?? 'PASS';
    return [...items.map(({ draftVerdict }: Json) => draftVerdict).reverse(), live];
  }

  it('how often data were used', async () => {
    const model = await promoted(() => Promise.resolve());
    const rule = { id: 'holdout', kind: 'holdout_reuse', failAfter: 1 };
    expect(await verdicts(model, rule)).toEqual(['PASS', 'FAIL', 'FAIL']);
  });

  it('which slices the data have', async () => {
    const inventory = { sex: { Female: 400, Male: 600 } };
    const model = await promoted(async (name, version) => {
      if (version === 2) await team.ci.post('/datasets', { name, version: '1', rowCount: 1_000, inventory });
    });
    const rule = { id: 'by-sex', metric: 'accuracy', min: 0.6, slicesOf: ['sex'], includeOverall: true };
    expect(await verdicts(model, rule)).toEqual(['PASS', 'FAIL', 'FAIL']);
  });

  it('who signed an artifact', async () => {
    const model = await promoted(async (name, version) => {
      if (version === 1) await team.ci.post(`/models/${name}/versions/1/signatures`, signature());
    });
    const keys = [publicKey.export({ type: 'spki', format: 'pem' })];
    const rule = { id: 'signed', kind: 'metadata', require: [{ path: 'artifactDigest', op: 'verified', keys }] };
    expect(await verdicts(model, rule)).toEqual(['PASS', 'FAIL', 'FAIL']);
    const late = await promoted(() => Promise.resolve());
    await team.ci.post(`/models/${late}/versions/1/signatures`, signature());
    expect(await verdicts(late, rule)).toEqual(['FAIL', 'FAIL', 'FAIL']);
  });
});

describe('back-tests over everything', () => {
  const policy = { rules: [{ metric: 'accuracy', min: 0.5 }] };
  const starts = async (who: Person, model?: string): Promise<Json> => {
    const { status, body } = await who.send('POST', '/gate-policy/back-test-jobs', { policy, ...(model && { model }) });
    return status === 202 ? body : body.code;
  };
  const ended = (id: string): Promise<void> =>
    until('it has ended', async () => {
      const { status } = await team.root.get(`/gate-policy/back-test-jobs/${id}`);
      return status === 'succeeded';
    });
  const modelIdOf = async (model: string): Promise<string> => {
    const [{ id }] = await app.dataSource.query('SELECT id FROM models WHERE name = $1', [model]);
    return id;
  };

  /** Back-tests that are under way elsewhere for as long as the test lasts. */
  async function elsewhere(requestedBy: string, modelId: string): Promise<void> {
    await app.dataSource.query(
      `INSERT INTO jobs (id, kind, status, key, payload, created_at, attempts, lease_owner, lease_expires_at)
       VALUES (gen_random_uuid(), 'back-test', 'running', $1, $2, now(), 1, gen_random_uuid(), now() + interval '1 day')`,
      [`${modelId} ${requestedBy}`, { policy, modelId, requestedBy }],
    );
  }
  afterEach(() => app.dataSource.query(`DELETE FROM jobs WHERE kind = 'back-test'`));

  it('of somebody do not wait for those of others, of the same model either', async () => {
    const model = await gatedModel(team, [0.9]);
    await elsewhere('mallory', await modelIdOf(model));
    await ended((await starts(team.ci, model)).id);
    await ended((await starts(team.root)).id);
  });

  it('take turns: a short one is through before a long one that was begun earlier', async () => {
    const [long, short] = [await gatedModel(team, [0.7]), await gatedModel(team, [0.9])];
    for (let asked = 0; asked < 40; asked += 1) await team.ci.isRefused(long, 1);
    await team.ci.promotes(short, 1);
    const jobs = [
      { id: '01930000-0000-7000-8000-000000000001', requestedBy: 'mallory', modelId: await modelIdOf(long) },
      { id: '01930000-0000-7000-8000-000000000002', requestedBy: 'anna', modelId: await modelIdOf(short) },
    ];
    await app.dataSource.query(
      `INSERT INTO jobs (id, kind, status, payload, created_at)
       SELECT (j ->> 'id')::uuid, 'back-test', 'queued', j, now() FROM json_array_elements($1) j`,
      [JSON.stringify(jobs.map((job) => ({ ...job, policy })))],
    );
    for (const { id } of jobs) await ended(id);
    const rows = await app.dataSource.query(`SELECT id FROM jobs WHERE kind = 'back-test' ORDER BY finished_at`);
    expect(rows.map(({ id }: Json) => id)).toEqual(jobs.map(({ id }) => id).reverse());
    expect(await team.root.get(`/gate-policy/back-test-jobs/${jobs[0]!.id}`)).toMatchObject({
      promotions: { total: 40, judged: 40 },
    });
  });

  it('are bounded for one person and for all, whatever they are of', async () => {
    const models = [await gatedModel(team, []), await gatedModel(team, []), await gatedModel(team, [])];
    const ids = await Promise.all(models.map(modelIdOf));
    await elsewhere('ci', ids[0]!);
    expect(await starts(team.ci, models[0])).toBe('BACK_TEST_UNDER_WAY');
    for (const id of ids.slice(1)) await elsewhere('ci', id);
    expect(await starts(team.ci)).toBe('TOO_MANY_BACK_TESTS');
    await ended((await starts(team.root)).id);
    for (let person = 0; person < 97; person += 1) await elsewhere(`person-${person}`, ids[0]!);
    expect(await starts(team.root)).toBe('TOO_MANY_BACK_TESTS');
  });
});
