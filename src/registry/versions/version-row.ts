import { type ModelVersion } from './model-version.entity.js';

/** A version as its row stands, with the present name of its model and the free aliases that point at it. */
export type VersionRow = ModelVersion & { modelName: string; aliases: string[] | null };
