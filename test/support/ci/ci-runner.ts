import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Json } from '../app/client.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
export const ACTION_FOLDER = join(ROOT, 'action');

type Texts = Record<string, string>;

export interface Run {
  /** Exit code of the first step that failed, 0 when none did. */
  code: number;
  log: string;
  outputs: Texts;
  /** Names of the steps that ran. */
  ran: string[];
  summary: string;
}

export const readAction = (): Json => parse(readFileSync(join(ACTION_FOLDER, 'action.yml'), 'utf8'));
export const readTemplate = (): Json =>
  parse(readFileSync(join(ACTION_FOLDER, 'gitlab', 'stagegate.gitlab-ci.yml'), 'utf8'));

/** The value of a GitHub expression; what does not exist is empty text. */
export function evaluate(expression: string, context: Texts, hasFailed = false): unknown {
  const script = expression.replaceAll(/'[^']*'|[a-z]+(?:\.[\w-]+)+/g, (part) =>
    part.startsWith("'") ? part : `(context[${JSON.stringify(part)}] ?? '')`,
  );
  const evaluator = new Function('context', 'always', `return ${script}`);
  const isAlways = /\balways\(\)/.test(expression);
  return hasFailed && !isAlways ? false : evaluator(context, () => true);
}

/** Text with its `${{ … }}` filled in. */
export function fill(text: unknown, context: Texts): string {
  return String(text).replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluate(expression, context)));
}

/** Runs the steps of the action one after another, as GitHub's runner does. */
export async function runAction(given: Texts, env: Texts, folder: string): Promise<Run> {
  const action = readAction();
  const temp = mkdtempSync(join(folder, 'runner-'));
  const context: Texts = { 'github.token': 'job-token', 'runner.temp': temp };
  for (const [name, { default: standard = '' }] of Object.entries<Json>(action.inputs)) {
    context[`inputs.${name}`] = given[name] ?? fill(standard, context);
  }
  const run: Run = { code: 0, log: '', outputs: {}, ran: [], summary: '' };
  const summaryFile = join(temp, 'summary');
  for (const [number, step] of Object.entries<Json>(action.runs.steps)) {
    if (!evaluate(step.if ?? 'always()', context, run.code !== 0) || (!step.if && run.code !== 0)) continue;
    run.ran.push(step.name);
    const outputFile = join(temp, `output-${number}`);
    const ownEnv = Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, context)]);
    const files = { GITHUB_OUTPUT: outputFile, GITHUB_STEP_SUMMARY: summaryFile, GITHUB_ACTION_PATH: ACTION_FOLDER };
    const shell = await bash(step.run, { ...env, ...files, ...Object.fromEntries(ownEnv) }, folder);
    run.log += shell.log;
    run.code ||= shell.code;
    for (const [name, value] of outputsOf(outputFile)) context[`steps.${step.id}.outputs.${name}`] = value;
  }
  for (const [name, { value }] of Object.entries<Json>(action.outputs)) run.outputs[name] = fill(value, context);
  run.summary = existsSync(summaryFile) ? readFileSync(summaryFile, 'utf8') : '';
  return run;
}

/** Runs a job of the template as GitLab's runner does: variables, then both scripts in one shell. */
export async function runGitlabJob(name: string, env: Texts, folder: string): Promise<Omit<Run, 'ran' | 'summary'>> {
  const template = readTemplate();
  const job = template[name];
  const base = template[job.extends];
  const lines: string[] = [...base.before_script, ...job.script];
  const shell = await bash(lines.join('\n'), { ...base.variables, ...env, CI_PROJECT_DIR: folder }, folder);
  const dotenv = join(folder, job.artifacts.reports.dotenv);
  const outputs = existsSync(dotenv) ? readFileSync(dotenv, 'utf8').trim().split('\n') : [];
  return { ...shell, outputs: Object.fromEntries(outputs.map((line) => line.split('=', 2) as [string, string])) };
}

/** Runs one command as any other build server does. */
export function runStep(command: string, env: Texts, folder: string): Promise<{ code: number; log: string }> {
  return bash(`exec node "${join(ACTION_FOLDER, 'main.js')}" ${command}`, env, folder);
}

async function bash(script: string, env: Texts, folder: string): Promise<{ code: number; log: string }> {
  const file = join(mkdtempSync(join(folder, 'step-')), 'script.sh');
  writeFileSync(file, script);
  const shell = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void (log += text));
  }
  const code = await new Promise<number | null>((resolve) => shell.once('close', resolve));
  return { code: code ?? 1, log };
}

/** Reads `name<<delimiter`, lines, `delimiter` as a runner does. */
function outputsOf(file: string): [string, string][] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n\2$/gm)].map(([, name, , value]) => [name!, value!]);
}
