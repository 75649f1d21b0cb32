import { datasetsOf, lastMetrics, type MlflowMetric, runIdOf } from '../../registry/runs/mlflow-run.js';
import { type RunDataset } from '../../registry/runs/run-record.js';
import { type ReadRun } from '../../registry/runs/read-evidence.js';

/** What of a run is asked for. */
export interface RunChoice {
  /** The run that was asked for by name; null for the version's own. */
  runId: string | null;
  /** The dataset as the caller calls it. */
  dataset: StatedDataset | null;
  /** MLflow's name of it. */
  runDataset: string | null;
  metrics: readonly string[] | null;
  prefix: string;
}

interface StatedDataset {
  name: string;
  version: string;
}

/** What a run measured, ready to be submitted, or why nothing can be. */
export type RunEvaluation =
  | { kind: 'unclear'; datasets: readonly string[] }
  | { kind: 'empty'; known: readonly string[] }
  | {
      kind: 'measured';
      runId: string;
      dataset: StatedDataset;
      /** Milliseconds since the epoch; null when MLflow does not say. */
      measuredAt: number | null;
      metrics: MeasuredMetric[];
    };

interface MeasuredMetric {
  name: string;
  value?: number;
  /** NaN, which is how MLflow writes what is undefined. */
  undefined?: true;
  count?: number;
}

/** MLflow's names of metrics, of `mlflow.evaluate`, that gates know by another. */
const OUR_NAMES: Readonly<Record<string, string>> = {
  accuracy_score: 'accuracy',
  balanced_accuracy_score: 'balanced_accuracy',
  precision_score: 'precision',
  recall_score: 'recall',
  precision_recall_auc: 'pr_auc',
  mean_absolute_error: 'mae',
  mean_squared_error: 'mse',
  root_mean_squared_error: 'rmse',
  mean_absolute_percentage_error: 'mape',
  matthews_corrcoef: 'mcc',
};
/** How many examples the other metrics rest on. */
const COUNT = 'example_count';
const TRAINING = /^train/i;

/** The metrics of a run on one dataset, by the names that gates know. */
export function evaluationOfRun(read: ReadRun, choice: RunChoice): RunEvaluation {
  const datasets = datasetsIn(read, choice);
  const chosen = chooseDataset(datasets, choice);
  if (!chosen) return { kind: 'unclear', datasets: datasets.map(({ name }) => name) };
  const found = metricsOn(read, chosen.runDataset, choice.runId);
  const taken = found.filter(({ key }) => isWanted(key, choice));
  const metrics = toMetrics(taken, choice.prefix, countOf(found, choice.prefix));
  if (metrics.length === 0) return { kind: 'empty', known: found.map(({ key }) => key) };
  const times = taken.flatMap(({ timestamp }) => (timestamp === undefined ? [] : [timestamp]));
  return {
    kind: 'measured',
    runId: taken.find((one) => one.run_id !== undefined)?.run_id ?? runIdOf(read.run),
    dataset: chosen.dataset,
    measuredAt: times.length === 0 ? null : Math.max(...times),
    metrics,
  };
}

/**
 * The datasets that went into the run, and those that the logged model was measured on, which may be by another run: that of
 * `mlflow.evaluate`.
 */
function datasetsIn(read: ReadRun, { runId }: RunChoice): RunDataset[] {
  const measured = modelMetrics(read, runId).flatMap(({ dataset_name: name, dataset_digest: digest = '' }) =>
    name === undefined ? [] : [{ name, digest, context: null }],
  );
  return [...new Map([...measured, ...datasetsOf(read.run)].map((one) => [one.name, one])).values()];
}

/** What was measured on the logged model, by the run that was asked for. */
function modelMetrics({ loggedModel }: ReadRun, runId: string | null): MlflowMetric[] {
  return (loggedModel?.data?.metrics ?? []).filter((one) => runId === null || (one.run_id ?? runId) === runId);
}

/**
 * The dataset as it is to be called, and as the run calls it, null where it does not: the one that was asked for, or the only
 * one that is not of the training. Undefined when it has to be stated.
 */
function chooseDataset(
  datasets: readonly RunDataset[],
  { dataset, runDataset }: RunChoice,
): { dataset: StatedDataset; runDataset: string | null } | undefined {
  const others = datasets.filter(({ context }) => context === null || !TRAINING.test(context));
  const asked = runDataset ?? dataset?.name;
  const named = datasets.find(({ name }) => name === asked);
  if (runDataset !== null && !named) return undefined;
  const known = named ?? (others.length === 1 ? others[0] : undefined);
  if (dataset) return { dataset, runDataset: known?.name ?? null };
  return known && { dataset: { name: known.name, version: known.digest || 'unknown' }, runDataset: known.name };
}

/** A logged model says what was measured on which dataset; a run alone does not, and then all of it counts. */
function metricsOn(read: ReadRun, dataset: string | null, runId: string | null): MlflowMetric[] {
  const onDataset = modelMetrics(read, runId).filter((one) => dataset !== null && one.dataset_name === dataset);
  return lastMetrics(onDataset.length > 0 ? onDataset : (read.run.data?.metrics ?? []));
}

function isWanted(key: string, { metrics, prefix }: RunChoice): boolean {
  return key.startsWith(prefix) && key !== `${prefix}${COUNT}` && (metrics === null || metrics.includes(key));
}

function countOf(found: readonly MlflowMetric[], prefix: string): number | undefined {
  const value = found.find(({ key }) => key === `${prefix}${COUNT}`)?.value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** Two of MLflow's names may mean the same metric; the first one is taken. */
function toMetrics(taken: readonly MlflowMetric[], prefix: string, count: number | undefined): MeasuredMetric[] {
  const metrics = new Map<string, MeasuredMetric>();
  for (const { key, value } of taken) {
    const said = key.slice(prefix.length);
    const name = Object.hasOwn(OUR_NAMES, said) ? OUR_NAMES[said]! : said;
    const measured = valueOf(value);
    if (name !== '' && name.length <= 250 && measured !== null && !metrics.has(name))
      metrics.set(name, { name, ...measured, ...(count !== undefined && { count }) });
  }
  return [...metrics.values()];
}

/** What is infinite is no measurement. */
function valueOf(value: number | string | undefined): { value: number } | { undefined: true } | null {
  if (value === 'NaN') return { undefined: true };
  return typeof value === 'number' && Number.isFinite(value) ? { value } : null;
}
