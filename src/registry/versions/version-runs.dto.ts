import { IsCount, IsOneOf } from '../../platform/http/fields.js';
import { RUN_STATUSES, type RunRecord, type RunStatus } from '../runs/run-record.js';
import { type RunRow } from './version-row.js';

export class RunDatasetResponse {
  /** Name of the dataset. */
  name: string;

  /** Digest of the dataset as MLflow computes it, mostly eight characters; empty when it has none. */
  digest: string;

  /** What it was for, such as training or eval; null when nobody said. */
  context: string | null;
}

export class VersionRunResponse {
  /** Whether the run was read: not yet, yes, or never. */
  @IsOneOf(RUN_STATUSES)
  status: RunStatus;

  /** Address of the tracking server that was asked. */
  server: string;

  /** The run that the version names, or that its logged model came from; null while that is unknown. */
  runId: string | null;

  /** When it was read, or given up; null before. */
  readAt: Date | null;

  /** Why it could not be read; null when it was, or may be still. */
  reason: string | null;

  /** Name of the run. */
  name: string | null;

  /** State of the run as the tracking server says it, such as FINISHED. */
  state: string | null;

  /** Who ran it, as the tracking server says. */
  user: string | null;

  /** When it began. */
  startedAt: Date | null;

  /** When it ended. */
  endedAt: Date | null;

  /** Its parameters. */
  params: Record<string, string>;

  /** The last value of each of its metrics, in the metric's own unit; finite ones alone. */
  metrics: Record<string, number>;

  /** The datasets that went into it. */
  datasets: RunDatasetResponse[];

  /** The commit of the training code. */
  gitCommit: string | null;

  /** Inputs, outputs and params of the model, as MLflow writes them. */
  signature: Record<string, unknown> | null;

  /** How many params and metrics were more than is kept, 1,000 of each and 200,000 characters. */
  @IsCount()
  leftOut: number;
}

/** What is known of a run that was not read. */
const NOTHING: Omit<RunRecord, 'runId'> = {
  name: null,
  status: null,
  user: null,
  startedAt: null,
  endedAt: null,
  params: {},
  metrics: {},
  datasets: [],
  gitCommit: null,
  signature: null,
  leftOut: 0,
};

export function toRunResponse({ status, server, runId, readAt, reason, record }: RunRow): VersionRunResponse {
  const { name, status: state, user, startedAt, endedAt, ...kept } = record ?? NOTHING;
  return {
    status,
    server,
    runId,
    readAt: timeOf(readAt),
    reason,
    name,
    state,
    user,
    startedAt: timeOf(startedAt),
    endedAt: timeOf(endedAt),
    params: kept.params,
    metrics: kept.metrics,
    datasets: kept.datasets,
    gitCommit: kept.gitCommit,
    signature: kept.signature,
    leftOut: kept.leftOut,
  };
}

function timeOf(time: Date | string | null): Date | null {
  return time === null ? null : new Date(time);
}
