import { canonicalDigest } from '../../values/digest.js';
import { type StatedDataset } from '../../judging/evidence/stated-evidence.js';
import { type JobRequest, type JobSource } from '../../measuring/predictions/jobs/job.js';
import { areReversed, haveSameClasses, mergeSpecs } from '../../measuring/predictions/prediction-layout.js';
import {
  definitionsOf,
  type KeptEvidence,
  type KeptPredictions,
} from '../../measuring/predictions/kept/kept-evidence.js';

/** What a judgement lacks about the incumbent on the data of one evaluation of the challenger. */
export interface EvidenceGap {
  challengerEvaluationId: string;
  dataset: { name: string; version: string; digest: string | null; split: string | null };
  /** The incumbent was not measured on that data; otherwise both were, and only apart. */
  incumbentIsUnmeasured: boolean;
}

/** One evaluation that kept predictions can give. */
export interface PlannedEvaluation {
  version: number;
  /** The version it is compared with row by row; null for none. */
  comparedWith: number | null;
  dataset: StatedDataset;
  evidenceKey: string;
  storeId: string;
  request: JobRequest;
  source: Extract<JobSource, { kind: 'stored' }>;
}

/** The incumbent on rows of a dataset that it was not measured on; null where tasks, classes or folders keep the files apart. */
export function planIncumbent(gap: EvidenceGap, theirs: KeptEvidence, rows: KeptEvidence): PlannedEvaluation | null {
  if (theirs.spec.task !== rows.spec.task || theirs.storeId !== rows.storeId) return null;
  if (!haveSameClasses(theirs.spec, rows.spec)) return null;
  const provesExamples = theirs.datasetDigest === null || theirs.datasetDigest !== gap.dataset.digest;
  const identity = { dataset: gap.dataset, of: theirs.predictionDigest, on: rows.predictionDigest };
  const source = { kind: 'stored', predictionsId: theirs.id, rowsId: rows.id, provesExamples } as const;
  return planned(gap, { kept: theirs, rows, source, comparedWith: null, identity });
}

/** The challenger again on the same rows, now beside the incumbent. */
export function planChallenger(gap: EvidenceGap, own: KeptEvidence, theirs: KeptPredictions): PlannedEvaluation | null {
  if (theirs.spec.task !== own.spec.task || theirs.storeId !== own.storeId) return null;
  if (areReversed(theirs.spec, own.spec)) return null;
  const identity = { evaluation: own.evaluationId, beside: theirs.version, as: theirs.predictionDigest };
  const source = { kind: 'stored', predictionsId: own.id, rowsId: own.id, needsComparison: true } as const;
  return planned(gap, { kept: own, rows: own, source, comparedWith: theirs.version, identity });
}

interface Plan extends Pick<PlannedEvaluation, 'source' | 'comparedWith'> {
  /** The predictions that are measured, and the rows they are measured on. */
  kept: KeptEvidence;
  rows: KeptEvidence;
  /** What tells this evidence from any other of the version. */
  identity: object;
}

function planned(
  { dataset: { name, version, digest, split } }: EvidenceGap,
  { kept, rows, source, comparedWith, identity }: Plan,
): PlannedEvaluation {
  const dataset = { name, version, digest: digest ?? undefined, split: split ?? undefined };
  const { evaluatedAt, evaluator, environment, storeId, modelId } = kept;
  const request: JobRequest = {
    dataset,
    spec: mergeSpecs(kept.spec, rows.spec),
    evaluatedAt: evaluatedAt.toISOString(),
    evaluator: evaluator ?? undefined,
    environment: environment ?? undefined,
    ...definitionsOf(rows),
    compareWith: comparedWith === null ? [] : [comparedWith],
  };
  const evidenceKey = canonicalDigest({ modelId, version: kept.version, ...identity });
  return { version: kept.version, comparedWith, dataset, evidenceKey, storeId, request, source };
}
