import { type Problem, problemKind } from '../../platform/http/problem.js';
import { type TrackingFault } from '../../registry/runs/tracking-fault.js';

const notConfigured = problemKind(409, 'TRACKING_NOT_CONFIGURED', 'No tracking server is configured');
const unavailable = problemKind(503, 'TRACKING_UNAVAILABLE', 'The tracking server does not answer');
const notFound = problemKind(404, 'RUN_NOT_FOUND', 'The tracking server does not have the run');
const notNamed = problemKind(409, 'RUN_NOT_NAMED', 'No run is named');
const withoutMetrics = problemKind(409, 'RUN_WITHOUT_METRICS', 'The run has no such metrics');
const datasetUnclear = problemKind(409, 'RUN_DATASET_UNCLEAR', 'It is not clear what the run measured on');

/** So many names are shown of what a run has. */
const MOST_NAMES = 20;

export function trackingNotConfigured(): Problem {
  return notConfigured(
    'This service reads no runs. Have it started with MLFLOW_TRACKING_URI, or submit an evaluation.',
  );
}

export function runNotNamed(model: string, version: number): Problem {
  return notNamed(`Version ${version} of '${model}' names no run. State runId.`);
}

/** What the server does not have is absent; all else may come back. */
export function runUnreadable(fault: TrackingFault): Problem {
  if (fault.remedy === 'never') return notFound(`The run cannot be read. ${fault.message}`);
  return unavailable(`The tracking server cannot be asked now. ${fault.message}`, {}, fault);
}

export function runWithoutMetrics(known: readonly string[]): Problem {
  return withoutMetrics(`Of what was asked for the run measured nothing. ${listed('It has the metrics', known)}`);
}

export function runDatasetUnclear(datasets: readonly string[]): Problem {
  return datasetUnclear(
    `State dataset, and runDataset where it is called otherwise. ${listed('The run has the datasets', datasets)}`,
  );
}

function listed(start: string, names: readonly string[]): string {
  if (names.length === 0) return `${start}: none.`;
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${start} ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
}
