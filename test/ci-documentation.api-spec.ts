import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CiBench } from './support/ci/ci-bench.js';
import {
  ACTION_FOLDER,
  evaluate,
  fill,
  readAction,
  readTemplate,
  type Run,
  runAction,
  runGitlabJob,
} from './support/ci/ci-runner.js';
import { type Json } from './support/app/client.js';
import { readPage } from './support/ci/page-script.js';

const page = readPage('docs/ci.md');
const [workflow, pipeline] = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text]) => parse(text!));

/** The first column of the table under a heading, and the second. */
function tableUnder(heading: string): [string, string][] {
  const section = page.split(new RegExp(`^#+ ${heading}$`, 'm'))[1]!.split(/^#/m)[0]!;
  const rows = [...section.matchAll(/^\| (.*?) +\| (.*?) +\|/gm)].slice(2);
  return rows.map(([, name, next]) => [name!.replaceAll('`', ''), next!.replaceAll('`', '')]);
}

let bench: CiBench;
beforeAll(async () => {
  bench = await CiBench.start();
  cpSync(join(bench.folder, 'out', 'versions', 'v4.json'), join(bench.folder, 'out', 'version.json'));
  cpSync(join(bench.folder, 'out', 'evaluations', 'v4.json'), join(bench.folder, 'out', 'evaluation.json'));
});
afterAll(() => bench?.stop());

it('the tables of inputs, outputs and exit codes are those of the action', async () => {
  const { inputs, outputs } = readAction();
  expect(tableUnder('Inputs').map(([name]) => name)).toEqual(Object.keys(inputs));
  expect(tableUnder('Outputs').map(([name]) => name)).toEqual(Object.keys(outputs));
  for (const [name, said] of tableUnder('Inputs')) {
    const { required, default: standard = '' } = inputs[name];
    if (required) expect([name, said]).toEqual([name, 'required']);
    else if (standard !== '' && !standard.includes('${{')) expect([name, said]).toEqual([name, standard]);
  }
  const codes = tableUnder('How a job ends').map(([code, outcome]) => [outcome, Number(code)]);
  const { EXIT } = (await import(join(ACTION_FOLDER, 'exit-codes.js'))) as { EXIT: Record<string, number> };
  expect(Object.fromEntries(codes)).toEqual(EXIT);
});

it('the workflow gives the action what it knows and needs', () => {
  const { inputs } = readAction();
  const steps = Object.values<Json>(workflow.jobs).flatMap(({ steps }) => steps);
  const uses = steps.filter(({ uses }) => uses?.includes('/action@'));
  expect(uses).toHaveLength(3);
  for (const { with: given } of uses) {
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(Object.keys(given)).toContain('model');
  }
  expect(workflow.permissions['pull-requests']).toBe('write');
});

it.each([
  ['pull_request', ['PASS'], [0]],
  ['push', ['PASS', 'PASS'], [0, 0]],
] as const)('the workflow runs on a %s to its end', async (event, verdicts, codes) => {
  const model = await bench.census();
  const context: Record<string, string> = { 'github.event_name': event, 'secrets.STAGEGATE_TOKEN': bench.ci.token! };
  const jobs = Object.values<Json>(workflow.jobs).filter((job) => evaluate(job.if, context));
  expect(jobs).toHaveLength(1);
  const runner = bench.github(event);
  const runs: Run[] = [];
  for (const { id, uses, env: own, with: given } of jobs[0].steps) {
    if (!uses?.includes('/action@')) continue;
    const filled = Object.entries(given).map(([name, value]) => [name, fill(value, context)]);
    const env = { ...runner, STAGEGATE_TOKEN: fill(own.STAGEGATE_TOKEN, context) };
    const run = await runAction({ ...Object.fromEntries(filled), model }, env, bench.folder);
    for (const [name, value] of Object.entries(run.outputs)) context[`steps.${id}.outputs.${name}`] = value;
    runs.push(run);
  }
  expect(runs.map(({ outputs }) => outputs.verdict)).toEqual(verdicts);
  expect(runs.map(({ code }) => code)).toEqual(codes);
  const awaits = (await bench.ci.get(`/models/${model}/transitions?status=awaiting_approval`)).items;
  expect(awaits).toHaveLength(event === 'push' ? 1 : 0);
});

it('the pipeline for GitLab extends jobs of the template, and runs to its end', async () => {
  const template = readTemplate();
  const model = await bench.census();
  const { judge, promote, variables } = pipeline;
  expect(Object.keys(template)).toEqual(expect.arrayContaining([judge.extends, promote.extends]));
  const given = { ...bench.gitlab(), STAGEGATE_ACTION: ACTION_FOLDER, STAGEGATE_MODEL: model };
  const judged = await runGitlabJob(judge.extends, { ...variables, ...judge.variables, ...given }, bench.folder);
  expect([judged.code, judged.outputs.STAGEGATE_VERDICT]).toEqual([0, 'PASS']);
  await bench.ci.promotes(model, 2, 'Staging');
  const asked = await runGitlabJob(promote.extends, { ...variables, ...given, ...judged.outputs }, bench.folder);
  expect(promote.allow_failure.exit_codes).toContain(asked.code);
});
