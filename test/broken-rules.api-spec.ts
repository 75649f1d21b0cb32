import { type GatePolicy } from '../src/judging/policy/gate-policy.js';
import { GatePolicyRevision } from '../src/promotion/policies/gate-policy-revision.entity.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Team, teamOf } from './support/app/registry.js';

/** What a rule of this policy says after its checks were passed, so that judging it throws. */
const NO_DURATION = 'for a while';

const lines: string[] = [];
let app: TestApp;
let team: Team;
let model: string;

beforeAll(async () => {
  app = await TestApp.start({ onLog: (line) => lines.push(line) });
  team = await teamOf(app);
  model = await team.ci.creates();
  await team.ci.registers(model);
  await team.ci.evaluates(model, 1, { accuracy: 0.9 });
  const soak = { id: 'stay', kind: 'soak', minDuration: 'P1D' };
  await team.root.setsPolicy(model, { ...ACCURACY_POLICY, rules: [...ACCURACY_POLICY.rules, soak] });
  await breakPolicy();
});
afterAll(() => app?.stop());

/** Stores what no document can say, as a fault of ours might. */
async function breakPolicy(): Promise<void> {
  const revisions = app.dataSource.getRepository(GatePolicyRevision);
  const newest = await revisions.findOneByOrFail({ revision: 1 });
  const policy = structuredClone<GatePolicy>(newest.policy);
  policy.stages.Production!.rules.find((rule) => rule.kind === 'soak')!.minDuration = NO_DURATION;
  await revisions.insert({ ...newest, revision: 2, policy });
}

/** Judges, and answers the broken rule with the lines of the log that came of it. */
async function judged(judge: () => Promise<Json>): Promise<{ rule: Json; said: string[] }> {
  const before = lines.length;
  const report = await judge();
  expect(report.verdict).toBe('ERROR');
  const said = lines.slice(before).filter((line) => line.includes('A gate rule broke'));
  return { rule: report.rules.find(({ id }: Json) => id === 'stay'), said };
}

async function brokenSoaks(): Promise<number> {
  const headers = { authorization: `Bearer ${team.viewer.token}` };
  const text = await (await fetch(`${app.url}/metrics`, { headers })).text();
  return Number(/^gate_rules_broken_total\{kind="soak"\} (\d+)$/m.exec(text)![1]);
}

it('a rule that breaks is an ERROR that says no more than that, and is heard in the log with its stack', async () => {
  const { rule, said } = await judged(() => team.ci.checks(model, 1));
  expect(rule).toMatchObject({ status: 'ERROR', reasonCode: 'JUDGEMENT_FAILED' });
  expect(rule.message).toContain('internal');
  expect(rule.message).not.toContain(NO_DURATION);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(new RegExp(` error .* rule=stay kind=soak model=${model} version=1\\n`));
  expect(said[0]).toMatch(/RangeError: not a duration: for a while\n +at \w+/);
});

it('a refusal for it, and its replay, are heard as well, and all are counted', async () => {
  const before = await brokenSoaks();
  const refusal = await judged(async () => (await team.ci.isRefused(model, 1)).gateReport);
  expect(refusal.said).toHaveLength(1);
  const { gateReport } = await team.ci.isRefused(model, 1);
  const replay = await judged(() => team.viewer.post(`/gate-reports/${gateReport.id}/replay`, undefined, 200));
  expect(replay.said).toHaveLength(1);
  expect(replay.rule).toEqual(gateReport.rules.find(({ id }: Json) => id === 'stay'));
  expect(await brokenSoaks()).toBe(before + 3);
});

it('what is stored of it holds neither the cause nor a field for it', async () => {
  const { gateReport } = await team.ci.isRefused(model, 1);
  const [stored] = await app.dataSource.query(
    'SELECT report::text || inputs::text AS kept FROM gate_reports WHERE id = $1',
    [gateReport.id],
  );
  expect(stored.kept).not.toContain('broken');
  expect(stored.kept).not.toContain(NO_DURATION);
});
