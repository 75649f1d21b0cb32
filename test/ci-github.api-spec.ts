import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Breaking } from './support/ci/breaking.js';
import { CiBench, filesOf } from './support/ci/ci-bench.js';
import { readAction, type Run, runAction } from './support/ci/ci-runner.js';
import { censusPolicy } from './support/app/census-example.js';
import { CENSUS, fixture, Submitter } from './support/app/predictions.js';

/** Close to gradient boosting, and better nowhere; version 3 fails women. */
const GOOD = 4;
const BAD = 3;

let bench: CiBench;
beforeAll(async () => void (bench = await CiBench.start()));
beforeEach(() => bench.host.begin());
afterAll(() => bench?.stop());

const act = (inputs: Record<string, string>, env = bench.github()): Promise<Run> =>
  runAction(inputs, env, bench.folder);
const transitionsOf = async (model: string) => (await bench.ci.get(`/models/${model}/transitions`)).items;

it('no expression stands inside a script, and every input is handed on', () => {
  const { inputs, runs } = readAction();
  for (const { run, shell } of runs.steps) expect([run.includes('${{'), shell]).toEqual([false, 'bash']);
  for (const name of Object.keys(inputs)) expect(JSON.stringify(runs.steps)).toContain(`inputs.${name}`);
});

it('a good version is registered, measured and judged, and the report is in the summary and on the pull request', async () => {
  const model = await bench.census();
  bench.host.begin(130);
  const run = await act({ model, ...filesOf(GOOD) });
  expect(run).toMatchObject({ code: 0, ran: ['Register', 'Evaluate', 'Check the gates', 'Comment'] });
  expect(run.outputs).toMatchObject({ version: '2', verdict: 'PASS', 'transition-status': '' });
  expect(await bench.ci.get(`/models/${model}/versions/2`)).toMatchObject({ gitCommit: 'abc1234def', stage: 'None' });
  expect(bench.host.comments).toHaveLength(131);
  for (const shown of [bench.host.comments.at(-1)!.body, run.summary]) {
    expect(shown).toContain(`✅ ${model} v2 → Production: PASS`);
    expect(shown).toContain(run.outputs['report-digest']);
  }
});

it('a bad version ends with 2 and says why in the comment there is; nothing is asked for', async () => {
  const model = await bench.census();
  bench.host.begin(100);
  await act({ model, ...filesOf(GOOD) });
  const run = await act({ model, ...filesOf(BAD), promote: 'true' });
  expect(run).toMatchObject({ code: 2, ran: ['Register', 'Evaluate', 'Check the gates', 'Comment'] });
  expect(run.outputs).toMatchObject({ version: '3', verdict: 'FAIL' });
  expect(run.log).toMatch(/^::error title=Stagegate::.*f1 on sex=Female: 0.604 vs 0.666/m);
  expect(bench.host.comments).toHaveLength(101);
  expect(bench.host.comments.at(-1)).toMatchObject({ isUpdated: true });
  expect(bench.host.comments.at(-1)!.body).toContain(`❌ ${model} v3 → Production: FAIL`);
  expect(await transitionsOf(model)).toHaveLength(2);
});

it('too little evidence ends with 4, unless that is accepted', async () => {
  const rule = { metric: 'accuracy', maxRegression: 0.005, mode: 'non_inferiority' };
  const model = await bench.census({ rules: [rule], approvals: { slots: [] } });
  const run = await act({ model, ...filesOf(GOOD) });
  expect([run.code, run.outputs.verdict]).toEqual([4, 'INCONCLUSIVE']);
  expect(bench.host.comments[0]!.body).toContain('INCONCLUSIVE');
  const accepted = await act({ model, version: '2', accept: 'inconclusive' });
  expect([accepted.code, accepted.outputs.verdict]).toEqual([0, 'INCONCLUSIVE']);
  expect(accepted.log).toMatch(/^::notice .*\(accepted\)$/m);
});

it('a promotion that awaits approval ends with 3, asked once or again, unless that is accepted', async () => {
  const model = await bench.census();
  const staged = await act({ model, ...filesOf(GOOD), 'to-stage': 'Staging', promote: 'true' }, bench.github('push'));
  expect([staged.code, staged.outputs['transition-status']]).toEqual([0, 'applied']);
  const { version } = staged.outputs as { version: string };
  const reason = 'Retrained "as" $(touch pwned) `touch pwned`';
  const asked = await act({ model, version, promote: 'true', reason }, bench.github('push'));
  expect(asked).toMatchObject({ code: 3, ran: ['Check the gates', 'Comment', 'Promote'] });
  expect(asked.outputs).toMatchObject({ verdict: 'PASS', 'transition-status': 'awaiting_approval' });
  const transition = await bench.ci.get(`/transitions/${asked.outputs['transition-id']}`);
  expect(transition).toMatchObject({ reason, gateReportId: asked.outputs['report-id'] });
  const again = await act({ model, version, promote: 'true', accept: 'awaiting' }, bench.github('push'));
  expect([again.code, again.outputs['transition-id']]).toEqual([0, asked.outputs['transition-id']]);
  expect(bench.host.comments).toEqual([]);
  expect(existsSync(join(bench.folder, 'pwned'))).toBe(false);
});

it('a promotion that no approval is asked for is applied and told in the summary', async () => {
  const policy = censusPolicy();
  policy.stages.Production.approvals = { slots: [] };
  const model = await bench.census(policy);
  await act({ model, ...filesOf(GOOD), 'to-stage': 'Staging', promote: 'true' });
  const run = await act({ model, version: '2', promote: 'true' });
  expect([run.code, run.outputs['transition-status']]).toEqual([0, 'applied']);
  expect(run.summary).toContain(`**${model} 2 to Production: applied**`);
  expect(await bench.ci.get(`/models/${model}/stages/Production`)).toMatchObject({ version: 2 });
});

it('predictions are uploaded, measured and judged', async () => {
  const model = await bench.census({ rules: [{ metric: 'accuracy', min: 0.8 }] });
  const predictions = { predictions: 'out/predictions/v4.parquet', 'predictions-request': 'out/request.json' };
  const run = await act({ model, registration: filesOf(4).registration, ...predictions });
  expect([run.code, run.outputs.verdict]).toEqual([0, 'PASS']);
  const evaluation = await bench.ci.get(`/evaluations/${run.outputs['evaluation-id']}`);
  expect(evaluation).toMatchObject({ version: 2, dataset: { name: 'adult' } });
});

it('evidence that the service computes for the judgement is waited for', async () => {
  const model = await bench.ci.creates();
  const submitter = new Submitter(bench.app, bench.ci);
  const moves = async (version: number) => (await bench.admin.promotes(model, version)).status;
  await bench.admin.setsPolicy(model, { preset: 'open' });
  await bench.ci.registersMany(model, 3);
  await submitter.measured(model, 1, CENSUS, { name: 'v4.parquet', content: fixture('census-v4.parquet') });
  expect(await moves(1)).toBe('applied');
  for (const [version, name] of [
    [2, 'v2'],
    [3, 'v3'],
  ] as const) {
    await submitter.measured(model, version, CENSUS, {
      name: `${name}.parquet`,
      content: fixture(`census-${name}.parquet`),
    });
  }
  expect(await moves(2)).toBe('applied');
  const rule = {
    metric: 'accuracy',
    kind: 'regression',
    mode: 'non_inferiority',
    margin: { abs: 0.01 },
    minEvidence: 'paired',
  };
  await bench.admin.setsPolicy(model, { rules: [rule] });
  const run = await act({ model, version: '3' });
  expect([run.code, run.outputs.verdict]).toEqual([0, 'PASS']);
  expect(bench.host.comments[0]!.body).toContain('PASS');
});

it('a job that is started again registers and measures nothing twice', async () => {
  const model = await bench.census();
  const env = bench.github();
  const [first, second] = [
    await act({ model, ...filesOf(GOOD) }, env),
    await act({ model, ...filesOf(GOOD) }, { ...env, GITHUB_RUN_ATTEMPT: '2' }),
  ];
  expect([second.code, second.outputs.version]).toEqual([0, first.outputs.version]);
  expect(second.outputs['evaluation-id']).toBe(first.outputs['evaluation-id']);
});

it('a job that is started again when its cause is gone is not told that it is there', async () => {
  const model = `late-${process.pid}`;
  const { registration } = filesOf(GOOD);
  const env = bench.github();
  const early = await act({ model, registration }, env);
  expect([early.code, early.log]).toEqual([1, expect.stringContaining('MODEL_NOT_FOUND')]);
  await bench.ci.post('/models', { name: model });
  await act({ model, registration }, { ...env, GITHUB_RUN_ATTEMPT: '2' });
  expect(await bench.ci.get(`/models/${model}/versions/1`)).toMatchObject({ gitCommit: 'abc1234def' });
});

it.each(['.', '..'])('a model named %s leads to no other resource', async (model) => {
  const run = await act({ model, version: '1', registration: filesOf(GOOD).registration });
  expect([run.code, run.log]).toEqual([1, expect.stringContaining(`'${model}' is no name of a model.`)]);
});

it('an answer that breaks off is asked for again', async () => {
  const model = await bench.census();
  const breaking = await Breaking.start(bench.app.url, 2);
  const run = await act({ model, ...filesOf(GOOD) }, { ...bench.github(), STAGEGATE_URL: breaking.url });
  await breaking.stop();
  expect(run).toMatchObject({ code: 0, outputs: { version: '2', verdict: 'PASS' } });
});

it.each([
  ['model', '"; touch pwned; $(touch pwned) `touch pwned` #'],
  ['model', "x' || touch pwned\n::add-path::/tmp/evil\nversion<<x"],
  ['version', '1; touch pwned'],
  ['version', '$(touch pwned)'],
  ['evaluation', 'out/$(touch pwned).json'],
  ['to-stage', 'Production && touch pwned'],
  ['wait-seconds', '1;touch pwned'],
])('an input %s that is a script is text: %j', async (name, value) => {
  const model = await bench.census();
  const run = await act({ model, version: '1', promote: 'true', comment: 'true', [name]: value });
  expect(run.code).toBe(1);
  expect(run.log).toContain('::error');
  expect(run.log).not.toMatch(/^::add-path/m);
  expect(existsSync(join(bench.folder, 'pwned'))).toBe(false);
});

it('text of the service is no command to the runner', async () => {
  const model = await bench.census();
  writeFileSync(join(bench.folder, 'out', 'evil.json'), JSON.stringify({ 'x\n::add-path::/tmp/evil\n': 1 }));
  const refused = await act({ model, registration: 'out/evil.json' });
  expect([refused.code, refused.log]).toEqual([1, expect.stringContaining('%0A::add-path::/tmp/evil%0A')]);
  expect(refused.log).not.toMatch(/^\s*::add-path/m);
  await bench.ci.registers(model);
  const { log } = await act({ model, version: '2', evaluation: filesOf(GOOD).evaluation, comment: 'false' });
  expect(log).toMatch(/^::stop-commands::(\S+)\nVersion 2 for Production: PASS.*\n::\1::\n$/m);
});

it('a comment of somebody else that begins like ours is left to its author', async () => {
  const model = await bench.census();
  const theirs = bench.host.saysAnother(`<!-- stagegate ${model} Production -->\nAll is well`);
  await act({ model, ...filesOf(GOOD) });
  await act({ model, version: '2' });
  expect(theirs).toMatchObject({ isUpdated: false, body: expect.stringContaining('All is well') });
  expect(bench.host.comments).toHaveLength(2);
  expect(bench.host.comments[1]!.body).toContain(`✅ ${model} v2`);
});

it('the checkout does not say which version is judged', async () => {
  const model = await bench.census();
  writeFileSync(join(bench.folder, 'stagegate.env'), 'STAGEGATE_VERSION=1\nSTAGEGATE_INCUMBENT=none\n');
  const { code, log } = await act({ model });
  expect([code, log]).toEqual([1, expect.stringContaining('There is no version')]);
  rmSync(join(bench.folder, 'stagegate.env'));
});

it('a pull request whose token may not comment is judged all the same', async () => {
  const model = await bench.census();
  bench.host.refusal = 403;
  const run = await act({ model, ...filesOf(GOOD) });
  expect(run).toMatchObject({ code: 0, outputs: { verdict: 'PASS' } });
  expect(run.log).toMatch(/^::warning title=Stagegate::The gate report could not be shown.* 403/m);
});

it('everything that is missing is said at once, and what the service says with its place', async () => {
  const missing = await act({ model: ' ' }, { ...bench.github(), STAGEGATE_TOKEN: '', STAGEGATE_URL: 'nowhere' });
  expect(missing.code).toBe(1);
  for (const said of ['STAGEGATE_URL', 'STAGEGATE_TOKEN', 'There is no model']) expect(missing.log).toContain(said);
  const nowhere = { predictions: 'out/none.csv', 'predictions-request': 'out/none.json' };
  const unread = await act({ model: 'm', version: '1', ...nowhere });
  expect([unread.code, unread.log]).toEqual([1, expect.stringContaining('out/none.csv cannot be read')]);
  writeFileSync(join(bench.folder, 'out', 'faulty.json'), '{"artifactUri":""}');
  const faulty = await act({ model: await bench.census(), registration: 'out/faulty.json' });
  expect(faulty).toMatchObject({ code: 1, ran: ['Register'] });
  expect(faulty.log).toContain('VALIDATION_FAILED');
  expect(faulty.log).toContain('/artifactUri: ');
  const lost = await act({ model: 'm', version: '1' }, { ...bench.github(), STAGEGATE_URL: 'http://127.0.0.1:9' });
  expect(lost.code).toBe(1);
  expect(lost.log).toContain('No answer from http://127.0.0.1:9');
});

it('a token that cannot be sent is not told', async () => {
  const run = await act({ model: 'm', version: '1' }, { ...bench.github(), STAGEGATE_TOKEN: 'first\nsecond' });
  expect([run.code, run.log.includes('first')]).toEqual([1, false]);
});
