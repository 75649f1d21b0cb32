import { type ModelVersion } from './model-version.entity.js';
import { type VersionRun } from './version-run.entity.js';

/** A version as its row stands, with the present name of its model and the free aliases that point at it; its run where one version is read. */
export type VersionRow = ModelVersion & { modelName: string; aliases: string[] | null; run?: RunRow | null };

/** The run of a version; a time is a text where the database itself wrote the JSON. */
export type RunRow = Pick<VersionRun, 'status' | 'server' | 'runId' | 'reason' | 'record'> & {
  readAt: Date | string | null;
};
