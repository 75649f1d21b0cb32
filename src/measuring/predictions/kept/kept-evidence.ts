import { type JobRequest } from '../jobs/job.js';
import { type StoredPredictions } from './stored-predictions.entity.js';

/** Kept predictions with what their evaluation said about itself, which a repetition says again. */
export type KeptEvidence = StoredPredictions & {
  evaluatedAt: Date;
  evaluator: string | null;
  environment: string | null;
  labelDefinition: string | null;
  sliceDefinition: string | null;
};

/** Labels and slices come with the rows, and so do the definitions they follow. */
export function definitionsOf({
  labelDefinition,
  sliceDefinition,
}: KeptEvidence): Pick<JobRequest, 'labelDefinition' | 'sliceDefinition'> {
  return { labelDefinition: labelDefinition ?? undefined, sliceDefinition: sliceDefinition ?? undefined };
}
