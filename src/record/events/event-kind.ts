import { z } from 'zod';
import { STAGES } from '../../values/stage.js';

/** What an event concerns; it decides the chain the event joins. */
export type Concern = 'registry' | 'model' | 'version' | 'registry or model' | 'registry or version';

/** One kind of event: what happened, whom it concerns and what it tells besides. */
export interface EventKind {
  /** Grows when the shape of the details changes in a way that a reader has to know of. */
  readonly version: number;
  readonly sentence: string;
  readonly concerns: Concern;
  readonly details: z.ZodType;
}

export function eventKind<const About extends Concern, Details extends z.ZodType>(
  concerns: About,
  sentence: string,
  details: Details,
) {
  return { version: 1, sentence, concerns, details } as const;
}

export const stage = z.enum(STAGES);
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** Of an event that tells of a row; the record itself adds it. */
export const stored = digest
  .optional()
  .describe('Digest over all that is stored of it, which the verification makes again; absent in early events.');
export const count = z.int().min(0);
export const versionNumber = z.int().min(1);
export const labels = z.record(z.string(), z.string());
export const labelChanges = z.record(z.string(), z.string().nullable()).nullable();

/** Written as JSON, where a date becomes text; the type lets both in. */
export const time = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Date | string>;

const nameOfDataset = z.string().describe('Name of the dataset.');
const versionOfDataset = z.string().describe('Version of the dataset.');

/** A dataset by its name and version alone. */
export const datasetName = z.strictObject({ name: nameOfDataset, version: versionOfDataset });

/** A dataset as a request states it. */
export const statedDataset = z.strictObject({
  name: nameOfDataset,
  version: versionOfDataset,
  digest: digest.optional().describe('Digest of its content; absent when nobody stated it.'),
  split: z.string().optional().describe('Part of the dataset, such as test; absent when nobody stated it.'),
});
