import { type JobRequest } from '../jobs/job.js';
import { type PredictionSpec } from '../prediction-layout.js';

/** Predictions that were kept, as far as a repetition needs to know them. */
export interface KeptPredictions {
  id: string;
  modelId: string;
  version: number;
  evaluationId: string;
  datasetDigest: string | null;
  spec: PredictionSpec;
  /** The data folder that holds the file. */
  storeId: string;
  predictionDigest: string;
}

/** What an evaluation said about itself, which a repetition says again. */
export interface StatedEvidence {
  evaluatedAt: Date;
  evaluator: string | null;
  environment: string | null;
  labelDefinition: string | null;
  sliceDefinition: string | null;
}

export type KeptEvidence = KeptPredictions & StatedEvidence;

/** Labels and slices come with the rows, and so do the definitions they follow. */
export function definitionsOf({
  labelDefinition,
  sliceDefinition,
}: KeptEvidence): Pick<JobRequest, 'labelDefinition' | 'sliceDefinition'> {
  return { labelDefinition: labelDefinition ?? undefined, sliceDefinition: sliceDefinition ?? undefined };
}
