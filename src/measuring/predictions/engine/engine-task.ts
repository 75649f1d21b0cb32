import { type StatedMetric, type StatedPair } from '../../../judging/evidence/stated-evidence.js';
import { type Slice } from '../../../judging/evidence/slice-key.js';
import { type Curve, type CurveKind } from './curves/curve.js';
import { type FaultDetails } from './engine-fault.js';
import { type FileForm, type PredictionSpec } from '../prediction-layout.js';

/** Predictions that were measured before and kept. */
export interface StoredRef {
  version: number;
  path: string;
  spec: PredictionSpec;
  predictionDigest: string;
}

/** A file as it was sent, or rows that are kept already: labels and slices of one, predictions of another. */
export type EngineSource =
  | { kind: 'file'; path: string; form: FileForm }
  | { kind: 'stored'; predictions: StoredRef; rows: StoredRef; provesExamples: boolean };

/** Bounds of one job. */
export interface EngineLimits {
  unpackedBytes: number;
  rows: number;
  columns: number;
  slices: number;
  memoryMegabytes: number;
  threads: number;
  /** Rows drawn for paired replicates, all replicates, slices and comparisons together. */
  draws: number;
}

/** All that the engine process is told; it knows no database and no secret. */
export interface EngineTask {
  source: EngineSource;
  spec: PredictionSpec;
  /** The only folder the engine may write to. */
  workDir: string;
  /** Inside of `workDir`; the rows as they are kept. */
  outputFile: string;
  limits: EngineLimits;
  /** Versions to be compared with on the same rows. */
  incumbents: StoredRef[];
}

/** A curve that the engine process is asked for; nothing is kept of it. */
export interface CurveTask {
  curve: CurveKind;
  predictions: StoredRef;
  slice: Slice;
  workDir: string;
  limits: EngineLimits;
}

export const STEPS = ['starting', 'reading', 'measuring', 'pairing', 'storing'] as const;
export type Step = (typeof STEPS)[number];

export interface Progress {
  step: Step;
  rowsRead: number;
  /** Known beforehand of Parquet alone. */
  rowsTotal: number | null;
}

/** Rows that are kept as a file. */
export interface KeptRows {
  /** Over row ids, predictions and scores in order of the ids; equal predictions have equal ones. */
  predictionDigest: string;
  fileDigest: string;
  fileBytes: number;
}

/** What a file was found to say. */
export interface EngineResult {
  rows: number;
  metrics: StatedMetric[];
  paired: StatedPair[];
  /** What was left out. */
  warnings: string[];
  /** What later predictions can be compared with; null where rows have no id. */
  kept: KeptRows | null;
  engine: string;
}

/** What the engine process says to the service. */
export type EngineMessage =
  | { type: 'progress'; progress: Progress }
  | { type: 'result'; result: EngineResult }
  | { type: 'curve'; curve: Curve }
  | { type: 'fault'; fault: FaultDetails }
  | { type: 'failure'; message: string };
