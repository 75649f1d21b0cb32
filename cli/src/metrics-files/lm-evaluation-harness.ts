import { isObject, type Json, type Reading } from './reading.js';

const BESIDE = ['n-samples', 'n-shot', 'versions', 'configs', 'lm_eval_version'];
const ERROR = /_stderr(?=,|$)/;

export function isHarness(document: Json): boolean {
  return isObject(document.results) && BESIDE.some((name) => name in document);
}

/**
 * Results of lm-evaluation-harness: every task is a slice, and of a single task the whole as well, since the data is that task.
 * A filter other than none stays in the name of the metric, as the harness writes it.
 */
export function readHarness(reading: Reading, document: Json): void {
  const results = Object.entries(isObject(document.results) ? document.results : {});
  for (const [task, values] of results) {
    if (!isObject(values)) continue;
    const slices: Record<string, string>[] = results.length === 1 ? [{}, { task }] : [{ task }];
    for (const slice of slices) readTask(reading, values, slice, samplesOf(document, task));
  }
  for (const [name, value] of Object.entries(document))
    if (typeof value === 'number') reading.leave(name, 'a number of the run');
}

function readTask(reading: Reading, values: Json, slice: Record<string, string>, count: number | undefined): void {
  for (const [name, value] of Object.entries(values)) {
    if (ERROR.test(name) || name === 'alias' || name === 'name' || name === 'sample_len') continue;
    const [metric, filter] = name.split(',', 2) as [string, string?];
    const standardError = values[filter === undefined ? `${metric}_stderr` : `${metric}_stderr,${filter}`];
    const as = filter === undefined || filter === 'none' ? metric : name;
    reading.take(name, value, { as, slice, count: count ?? values.sample_len, standardError });
  }
}

/** Examples of a task; those of a group are those of its tasks. */
function samplesOf(document: Json, task: string): number | undefined {
  const own = isObject(document['n-samples']) ? document['n-samples'][task] : undefined;
  if (isObject(own)) return typeof own.effective === 'number' ? own.effective : undefined;
  if (typeof own === 'number') return own;
  const parts = isObject(document.group_subtasks) ? document.group_subtasks[task] : undefined;
  if (!Array.isArray(parts) || parts.length === 0) return undefined;
  const counts = parts.map((part) => (part === task ? undefined : samplesOf(document, String(part))));
  return counts.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
}
