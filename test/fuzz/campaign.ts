import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript } from '../../clients/script.js';
import { type Calls, type Report } from './verdict.js';

const SETTINGS = join(import.meta.dirname, 'schemathesis.toml');

/** How much is sent; coverage sends what the document's schemas give rise to, once each. */
export interface Budget {
  /** Generated requests per operation. */
  fuzzing: number;
  /** Generated sequences of requests. */
  stateful: number;
  /** Which requests the bodies that hold a gate policy give rise to; there are ten thousand for each operation. */
  policyBodies: 'all' | 'positive' | 'none';
  /** Whether coverage sends what the schemas forbid as well, which says little as a role that is turned away before anything is read. */
  coverage: 'all' | 'positive';
}

export interface Campaign {
  name: string;
  program: string;
  /** Where settings, output and reports go. */
  folder: string;
  /** Address or file of the API document. */
  document: string;
  url: string;
  token: { id: string; token: string };
  seed: number;
  budget: Budget;
  /** Operations to call; absent, all. */
  operations?: readonly string[];
}

export interface Campaigned {
  report: Report;
  calls: Calls[];
  /** File with all that Schemathesis said. */
  output: string;
  seconds: number;
}

/** Runs Schemathesis once; throws when it ended without a report. */
export async function campaign(plan: Campaign): Promise<Campaigned> {
  const path = (suffix: string): string => join(plan.folder, `${plan.name}.${suffix}`);
  await writeFile(path('toml'), (await readFile(SETTINGS, 'utf8')) + settingsOf(plan.budget));
  const args = ['--config-file', path('toml'), 'run', plan.document, '--url', plan.url, '--seed', String(plan.seed)];
  args.push('--no-color', '--report', 'json', '--report-json-path', path('report.json'));
  for (const operation of plan.operations ?? []) args.push('--include-operation-id', operation);
  const env = {
    STAGEGATE_TOKEN: plan.token.token,
    FUZZ_TOKEN_ID: plan.token.id,
    FUZZ_SCENARIOS: String(plan.budget.stateful),
    FUZZ_CALLS: path('calls.json'),
    PYTHONPATH: import.meta.dirname,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const { output, seconds } = await runScript(plan.folder, plan.program, env, args);
  await writeFile(path('txt'), output);
  const read = async (suffix: string): Promise<unknown> => JSON.parse(await readFile(path(suffix), 'utf8'));
  try {
    const [report, calls] = [await read('report.json'), await read('calls.json')];
    return { report: report as Report, calls: calls as Calls[], output: path('txt'), seconds };
  } catch {
    throw new Error(`Schemathesis broke off as ${plan.name}:\n${output.slice(-2_000)}`);
  }
}

function settingsOf({ fuzzing, stateful, policyBodies, coverage: mode }: Budget): string {
  const coverage = policyBodies === 'none' ? 'enabled = false' : `generation.mode = "${policyBodies}"`;
  return `
[phases.coverage.generation]
mode = "${mode}"

[phases.fuzzing.generation]
max-examples = ${fuzzing}

[phases.stateful.generation]
max-examples = ${stateful}

[[operations]]
include-operation-id = ["backTestGatePolicy", "checkDefaultGatePolicy", "checkGatePolicy", "setDefaultGatePolicy", "setGatePolicy", "startBackTest"]
phases.coverage.${coverage}
`;
}
