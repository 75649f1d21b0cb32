import { generateKeyPairSync, sign } from 'node:crypto';
import { IN_TOTO, preAuthEncoding, STATEMENT_V1 } from '../src/values/dsse.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Fields, type Team, teamOf } from './support/app/registry.js';

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
