import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CiBench, filesOf } from './support/ci/ci-bench.js';
import { ACTION_FOLDER, runGitlabJob, runStep } from './support/ci/ci-runner.js';

const GOOD = 4;
const BAD = 3;

let bench: CiBench;
beforeAll(async () => void (bench = await CiBench.start()));
beforeEach(() => bench.host.begin());
afterAll(() => bench?.stop());

/** A folder as a job gets it, with the files of its repository. */
function checkout(): string {
  const folder = mkdtempSync(join(bench.folder, 'job-'));
  symlinkSync(join(bench.folder, 'out'), join(folder, 'out'));
  return folder;
}

const variables = (model: string, more: Record<string, string> = {}) => ({
  ...bench.gitlab(),
  STAGEGATE_ACTION: ACTION_FOLDER,
  STAGEGATE_MODEL: model,
  ...more,
});

const candidate = (version: number) => ({
  STAGEGATE_REGISTRATION: filesOf(version).registration,
  STAGEGATE_EVALUATION: filesOf(version).evaluation,
});

it('a good version is judged and shown on the merge request, and another job promotes what was judged', async () => {
  const model = await bench.census();
  const folder = checkout();
  const judged = await runGitlabJob('.stagegate-check', variables(model, candidate(GOOD)), folder);
  expect(judged).toMatchObject({ code: 0, outputs: { STAGEGATE_VERSION: '2', STAGEGATE_VERDICT: 'PASS' } });
  expect(bench.host.comments.map(({ body }) => body.split('\n')[1])).toEqual([`## ✅ ${model} v2 → Production: PASS`]);
  expect(readFileSync(join(folder, 'stagegate-report.md'), 'utf8')).toContain(judged.outputs.STAGEGATE_REPORT_DIGEST);
  await bench.ci.promotes(model, 2, 'Staging');
  const asked = await runGitlabJob('.stagegate-promote', variables(model, judged.outputs), checkout());
  expect(asked).toMatchObject({ code: 3, outputs: { STAGEGATE_TRANSITION_STATUS: 'awaiting_approval' } });
});

it('what the checkout brings as outputs is neither read nor handed on', async () => {
  const model = await bench.census();
  const folder = checkout();
  const brought = 'STAGEGATE_VERSION=1\nSTAGEGATE_INCUMBENT=none\nSTAGEGATE_URL=https://evil.example\n';
  writeFileSync(join(folder, 'stagegate.env'), brought);
  const judged = await runGitlabJob('.stagegate-check', variables(model, candidate(GOOD)), folder);
  expect(judged.outputs).toMatchObject({ STAGEGATE_VERSION: '2', STAGEGATE_INCUMBENT: '1' });
  expect(judged.outputs).not.toHaveProperty('STAGEGATE_URL');
  writeFileSync(join(folder, 'stagegate.env'), brought);
  const none = await runGitlabJob('.stagegate-promote', variables(model), folder);
  expect([none.code, none.log]).toEqual([1, expect.stringContaining('There is no version')]);
  expect(none.outputs).toEqual({});
});

it('a version is never taken for one of another model', async () => {
  const [first, second] = [await bench.census(), await bench.census()];
  const folder = checkout();
  const judged = await runGitlabJob('.stagegate-check', variables(first, candidate(GOOD)), folder);
  expect(judged.outputs).toMatchObject({ STAGEGATE_VERSION: '2', STAGEGATE_OF_MODEL: first });
  const other = await runGitlabJob('.stagegate-promote', variables(second, judged.outputs), checkout());
  expect([other.code, other.log]).toEqual([1, expect.stringContaining(`of ${first}, not of ${second}`)]);
  const step = (command: string, model: string, more: Record<string, string> = {}) =>
    runStep(command, { ...variables(model, more), STAGEGATE_STATE_FILE: join(folder, 'state') }, folder);
  expect((await step('register', first, candidate(GOOD))).code).toBe(0);
  const unnamed = await step('check', second);
  expect([unnamed.code, unnamed.log]).toEqual([1, expect.stringContaining('There is no version')]);
  expect((await step('check', first)).log).toContain('Version 3 for Production');
});

it('a registration that fails leaves no version of before to be judged', async () => {
  const model = await bench.census();
  const folder = checkout();
  const step = (command: string, more: Record<string, string> = {}) =>
    runStep(command, { ...variables(model, more), STAGEGATE_STATE_FILE: join(folder, 'state') }, folder);
  await step('register', candidate(GOOD));
  expect(existsSync(join(folder, 'stagegate.env'))).toBe(true);
  expect((await step('register', { STAGEGATE_REGISTRATION: 'none.json' })).code).toBe(1);
  const check = await step('check');
  expect([check.code, check.log]).toEqual([1, expect.stringContaining('There is no version')]);
  expect(existsSync(join(folder, 'stagegate.env'))).toBe(false);
});

it('a note of somebody else that begins like ours is left to its author', async () => {
  const model = await bench.census();
  const theirs = bench.host.saysAnother(`<!-- stagegate ${model} Production -->\nAll is well`);
  await runGitlabJob('.stagegate-check', variables(model, candidate(GOOD)), checkout());
  expect(theirs.isUpdated).toBe(false);
  expect(bench.host.comments).toHaveLength(2);
});

it('a bad version ends with 2 and says why in the note there is', async () => {
  const model = await bench.census();
  bench.host.begin(100);
  await runGitlabJob('.stagegate-check', variables(model, candidate(GOOD)), checkout());
  const judged = await runGitlabJob('.stagegate-check', variables(model, candidate(BAD)), checkout());
  expect(judged).toMatchObject({ code: 2, outputs: { STAGEGATE_VERSION: '3', STAGEGATE_VERDICT: 'FAIL' } });
  expect(judged.log).toMatch(/^error: .*f1 on sex=Female: 0.604 vs 0.666/m);
  expect(bench.host.comments).toHaveLength(101);
  expect(bench.host.comments.at(-1)).toMatchObject({ isUpdated: true });
  expect(bench.host.comments.at(-1)!.body).toContain('FAIL');
});

it('too little evidence ends with 4', async () => {
  const rule = { metric: 'accuracy', maxRegression: 0.005, mode: 'non_inferiority' };
  const model = await bench.census({ rules: [rule], approvals: { slots: [] } });
  const judged = await runGitlabJob('.stagegate-check', variables(model, candidate(GOOD)), checkout());
  expect(judged).toMatchObject({ code: 4, outputs: { STAGEGATE_VERDICT: 'INCONCLUSIVE' } });
});

it('a promotion on ground that moved ends with 5, and asks for nothing', async () => {
  const model = await bench.census();
  await bench.ci.registers(model);
  const moved = { STAGEGATE_VERSION: '2', STAGEGATE_INCUMBENT: 'none', STAGEGATE_TO_STAGE: 'Staging' };
  const stale = await runGitlabJob('.stagegate-promote', variables(model, moved), checkout());
  expect(stale.log).toContain('STALE_INCUMBENT');
  expect(stale.code).toBe(5);
  expect(await bench.ci.get(`/models/${model}/versions/2`)).toMatchObject({ stage: 'None' });
});

it('a promotion that the gates refuse is recorded and ends with 2', async () => {
  const model = await bench.census();
  await runGitlabJob('.stagegate-check', variables(model, candidate(BAD)), checkout());
  await bench.ci.promotes(model, 2, 'Staging');
  const refused = await runGitlabJob('.stagegate-promote', variables(model, { STAGEGATE_VERSION: '2' }), checkout());
  expect(refused).toMatchObject({ code: 2, outputs: { STAGEGATE_TRANSITION_STATUS: 'refused' } });
  const transition = await bench.ci.get(`/transitions/${refused.outputs.STAGEGATE_TRANSITION_ID}`);
  expect(transition).toMatchObject({ status: 'refused', gateReportId: refused.outputs.STAGEGATE_REPORT_ID });
});

it('without a token for notes, or a merge request, nothing is commented', async () => {
  const model = await bench.census();
  for (const absent of ['STAGEGATE_GITLAB_TOKEN', 'CI_MERGE_REQUEST_IID']) {
    const judged = await runGitlabJob(
      '.stagegate-check',
      variables(model, { ...candidate(GOOD), [absent]: '' }),
      checkout(),
    );
    expect(judged.code).toBe(0);
  }
  expect(bench.host.comments).toEqual([]);
});

it('the scripts are fetched at their release from where the template comes from', async () => {
  const source = mkdtempSync(join(bench.folder, 'source-'));
  const git = (...command: string[]) =>
    execFileSync('git', ['-c', 'user.name=ci', '-c', 'user.email=ci@example.com', ...command], { cwd: source });
  cpSync(ACTION_FOLDER, join(source, 'action'), { recursive: true });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Release');
  git('tag', 'v0.1.0');
  const model = await bench.census();
  const given = { ...candidate(GOOD), STAGEGATE_ACTION: '', STAGEGATE_REPOSITORY: `file://${source}` };
  const folder = checkout();
  const judged = await runGitlabJob('.stagegate-check', variables(model, given), folder);
  expect([judged.log, judged.code]).toEqual([expect.stringContaining('PASS'), 0]);
  expect(existsSync(join(folder, '.stagegate-source', 'action', 'main.js'))).toBe(true);
});
