/** Whether what a run says was read: not yet, yes, or never. */
export const RUN_STATUSES = ['pending', 'read', 'unreadable'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** A dataset that went into a run. */
export interface RunDataset {
  name: string;
  /** MLflow's digest of it, eight characters mostly. */
  digest: string;
  /** What it was for, such as training or eval; null when nobody said. */
  context: string | null;
}

/** What is kept of a run of a tracking server. */
export interface RunRecord {
  runId: string;
  name: string | null;
  /** FINISHED, FAILED and so on, as the tracking server says. */
  status: string | null;
  user: string | null;
  /** ISO 8601 in UTC. */
  startedAt: string | null;
  endedAt: string | null;
  params: Record<string, string>;
  /** The last finite value of each. */
  metrics: Record<string, number>;
  datasets: RunDataset[];
  gitCommit: string | null;
  /** Inputs, outputs and params of the model, as MLflow writes them. */
  signature: Record<string, unknown> | null;
  /** How many params and metrics are beyond the bounds and were left out. */
  leftOut: number;
}
