import { type ModelVersion } from './model-version.entity.js';
import { type VersionRun } from './version-run.entity.js';

/** A version as its row stands, with the present name of its model and the free aliases that point at it; its run where one version is read. */
export type VersionRow = ModelVersion & {
  modelName: string;
  aliases: string[] | null;
  run?: RunRow | null;
  imported?: ImportRow | null;
};

/** What another registry said of a version; times are texts where the database itself wrote the JSON. */
export interface ImportRow {
  source: string;
  createdAt: string;
  createdBy: string | null;
  updatedAt: string;
  importedAt: string;
}

/** The run of a version; a time is a text where the database itself wrote the JSON. */
export type RunRow = Pick<VersionRun, 'status' | 'server' | 'runId' | 'reason' | 'record'> & {
  readAt: Date | string | null;
};
