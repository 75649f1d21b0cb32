import { type ModelVersion } from './model-version.entity.js';

/** A version as its row stands, with the free aliases that point at it. */
export type VersionRow = ModelVersion & { aliases: string[] | null };
