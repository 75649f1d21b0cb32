import { type DatasetIdentity } from './dataset.js';
import { type MeasureEvidence } from './gate-evidence.js';
import { type PairedFigures } from './paired-kinds.js';
import { type SliceValue } from './slice-key.js';

/** Evidence as an evaluator states it: a slice as features and values, and what nobody knows left out. */
type Stated<T> = { [F in keyof T]?: NonNullable<T[F]> };
type StatedSlice = Record<string, SliceValue>;

export type StatedDataset = Pick<DatasetIdentity, 'name' | 'version'> &
  Stated<Pick<DatasetIdentity, 'digest' | 'split'>>;

/** One metric on one slice; `undefined` says that it is 0/0 there. */
export type StatedMetric = { name: string; slice?: StatedSlice; undefined?: boolean } & Stated<
  Omit<MeasureEvidence, 'metric' | 'sliceKey'>
>;

/** Paired evidence against one incumbent on one slice. */
export type StatedPair = PairedFigures & { incumbentVersion: number; slice?: StatedSlice };
