import { parse } from 'yaml';
import { type RunRecord } from './run-record.js';
import { datasetsOf, lastMetrics, type MlflowRun, runIdOf, tagOf } from './mlflow-run.js';

/** So many params, and so many metrics, are kept of a run, and so many characters of both. */
const MOST_ENTRIES = 1_000;
const MOST_CHARACTERS = 200_000;
const MOST_DATASETS = 100;
const LARGEST_SIGNATURE = 65_536;
const LONGEST_TEXT = 500;

/** What is kept of a run; `modelFile` is the text of its file `MLmodel`, which alone has the signature. */
export function toRunRecord(run: MlflowRun, modelFile: string | null): RunRecord {
  const params = kept((run.data?.params ?? []).map(({ key, value = '' }) => [key, inert(value)] as const));
  const metrics = kept(finiteMetrics(run));
  const { info } = run;
  return {
    runId: inert(runIdOf(run)),
    name: textOf(info.run_name),
    status: textOf(info.status),
    user: textOf(info.user_id),
    startedAt: timeOf(info.start_time),
    endedAt: timeOf(info.end_time),
    params: params.entries,
    metrics: metrics.entries,
    datasets: datasetsOf(run)
      .slice(0, MOST_DATASETS)
      .map(({ name, digest, context }) => ({
        name: textOf(name) ?? '',
        digest: textOf(digest) ?? '',
        context: textOf(context ?? undefined),
      })),
    gitCommit: textOf(tagOf(run, 'mlflow.source.git.commit')),
    signature: signatureOf(run, modelFile),
    leftOut: params.leftOut + metrics.leftOut,
  };
}

function finiteMetrics(run: MlflowRun): (readonly [string, number])[] {
  return lastMetrics(run.data?.metrics ?? []).flatMap(({ key, value }) =>
    typeof value === 'number' && Number.isFinite(value) ? [[key, value] as const] : [],
  );
}

/** The first entries that fit, by name, so that the same run is always kept alike. */
function kept<Value extends string | number>(
  given: readonly (readonly [string, Value])[],
): { entries: Record<string, Value>; leftOut: number } {
  const entries: [string, Value][] = [];
  let characters = 0;
  for (const [key, value] of [...given].sort(([one], [other]) => (one < other ? -1 : 1))) {
    characters += key.length + String(value).length;
    if (entries.length === MOST_ENTRIES || characters > MOST_CHARACTERS) break;
    entries.push([inert(key), value]);
  }
  return { entries: Object.fromEntries(entries), leftOut: given.length - entries.length };
}

/** The signature of the logged model, or what older clients wrote into a tag of the run. */
function signatureOf(run: MlflowRun, modelFile: string | null): Record<string, unknown> | null {
  const stated = modelFile === null ? statedByTag(run) : read(() => parse(modelFile) as unknown);
  const signature = (stated as { signature?: unknown } | null)?.signature;
  if (typeof signature !== 'object' || signature === null) return null;
  const parts = Object.entries(signature).map(([part, text]) => [
    part,
    typeof text === 'string' ? read(() => JSON.parse(text) as unknown) : text,
  ]);
  const whole = JSON.stringify(Object.fromEntries(parts));
  return whole.length > LARGEST_SIGNATURE ? null : (JSON.parse(inert(whole)) as Record<string, unknown>);
}

function statedByTag(run: MlflowRun): unknown {
  const history = read(() => JSON.parse(tagOf(run, 'mlflow.log-model.history') ?? '[]') as unknown);
  return Array.isArray(history) ? (history.at(-1) as unknown) : null;
}

function read(parsing: () => unknown): unknown {
  try {
    return parsing();
  } catch {
    return null;
  }
}

function textOf(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : inert(text).slice(0, LONGEST_TEXT);
}

/** Without what the database cannot hold in a text. */
function inert(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\\u0000', '').toWellFormed();
}

function timeOf(milliseconds: number | undefined): string | null {
  if (milliseconds === undefined || !(milliseconds >= 0 && milliseconds < 8.64e15)) return null;
  return new Date(milliseconds).toISOString();
}
