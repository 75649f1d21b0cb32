export const JOB_STATUSES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** A table in the shape of the queue; where it calls a column otherwise than `jobs` does, this says how, in SQL on the row `q`. */
export interface JobTable {
  name: string;
  /** The place whose processes alone may take the job. */
  place: string;
  /** The job of the same table that has to end before. */
  after: string;
}

/** Holds the jobs of every kind that has no table of its own. */
export const JOBS: JobTable = { name: 'jobs', place: 'q.place', after: 'q.after' };

/** Columns of a row beyond those of the queue, with what they are set to. */
export type JobColumns = Readonly<Record<string, unknown>>;
