import { type DatasetIdentity, formatDataset, isSameDataset } from './dataset.js';
import { type DatasetChoice, type EvaluationEvidence, type GateEvidence } from './gate-evidence.js';
import { type ComparabilityPolicy } from './comparability.js';
import { type ReasonCode } from '../verdict/reasons.js';
import { compareText } from '../../values/compare-text.js';

/** Why no evaluation can be used. */
export interface EvidenceFault {
  status: 'FAIL' | 'ERROR' | 'INCONCLUSIVE';
  reasonCode: ReasonCode;
  detail: string;
  remediation: string;
}

/** The evaluation a rule is judged on, or why there is none; `other` is one on data that cannot be compared. */
export type Chosen =
  | { evaluation: EvaluationEvidence; fault?: undefined }
  | { evaluation?: undefined; fault: EvidenceFault; other?: EvaluationEvidence };

/** Newest first by (createdAt, id): the latest counts, never the best. */
export function newestFirst(evaluations: readonly EvaluationEvidence[]): EvaluationEvidence[] {
  return evaluations.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || compareText(b.id, a.id));
}

/** The newest evaluation of the challenger on the dataset of the rule, which must be complete. */
export function chooseChallengerEvaluation(evidence: GateEvidence, choice: DatasetChoice | undefined): Chosen {
  const all = newestFirst(evidence.challengerEvaluations);
  const usual = all.find(isComplete) ?? all[0];
  const dataset = choice ?? (usual === undefined ? undefined : datasetOf(usual));
  const newest = newestOf(all.filter((evaluation) => dataset !== undefined && isOn(evaluation.dataset, dataset)));
  const version = `Version ${evidence.challenger.version}`;
  if (newest === undefined) {
    const where = dataset === undefined ? '' : ` on ${formatChoice(dataset)}`;
    return {
      fault: {
        status: 'FAIL',
        reasonCode: 'MISSING_CHALLENGER_METRIC',
        detail: `${version} has no evaluation${where}`,
        remediation: `Submit an evaluation of version ${evidence.challenger.version}${where}.`,
      },
    };
  }
  return isComplete(newest) ? { evaluation: newest } : { fault: notComplete(newest) };
}

function isComplete({ status }: EvaluationEvidence): boolean {
  return status === 'COMPLETE';
}

/** Of evaluations on the same data the newest counts, and one that is still being made will be that. */
function newestOf(newestFirst: readonly EvaluationEvidence[]): EvaluationEvidence | undefined {
  return newestFirst.find(({ status }) => status === 'RUNNING') ?? newestFirst[0];
}

/** The newest evaluation of the incumbent on the very data the challenger was measured on. */
export function chooseIncumbentEvaluation(
  evidence: GateEvidence,
  on: DatasetIdentity,
  comparability: ComparabilityPolicy,
): Chosen {
  const incumbent = evidence.incumbent?.version ?? 0;
  const sameName = newestFirst(evidence.incumbentEvaluations).filter(({ dataset }) => dataset.name === on.name);
  const newest = newestOf(sameName.filter(({ dataset }) => isComparable(dataset, on, comparability)));
  if (newest !== undefined) return isComplete(newest) ? { evaluation: newest } : { fault: notComplete(newest) };
  const remediation = `Re-evaluate version ${incumbent} on ${formatDataset(on)}${digestHint(on)}.`;
  const other = sameName.find(isComplete);
  if (other === undefined) {
    const detail = `the incumbent, version ${incumbent}, has no evaluation on ${formatDataset(on)}`;
    return { fault: { status: 'INCONCLUSIVE', reasonCode: 'INCUMBENT_METRIC_MISSING', detail, remediation } };
  }
  const detail = `the incumbent, version ${incumbent}, was measured on ${formatDataset(other.dataset)}, ${differenceOf(other.dataset, on)}`;
  return { fault: { status: 'ERROR', reasonCode: 'INCOMPARABLE_DATASETS', detail, remediation }, other };
}

/** How many complete evaluations of the version exist on the same data as this one. */
export function attemptsOn(evaluation: EvaluationEvidence, all: readonly EvaluationEvidence[]): number {
  return all.filter(({ status, dataset }) => status === 'COMPLETE' && isSameDataset(dataset, evaluation.dataset))
    .length;
}

function isComparable(a: DatasetIdentity, b: DatasetIdentity, comparability: ComparabilityPolicy): boolean {
  if (a.split !== b.split) return false;
  if (a.version !== b.version) return !comparability.sameDatasetVersion;
  return a.digest === b.digest || !comparability.sameDatasetDigest;
}

function isOn(dataset: DatasetIdentity, choice: DatasetChoice): boolean {
  return dataset.name === choice.name && (choice.split === undefined || dataset.split === choice.split);
}

function datasetOf({ dataset }: EvaluationEvidence): DatasetChoice {
  return { name: dataset.name, ...(dataset.split === null ? {} : { split: dataset.split }) };
}

function formatChoice(choice: DatasetChoice): string {
  return `${choice.name}${choice.split === undefined ? '' : ` (${choice.split})`}`;
}

function notComplete(evaluation: EvaluationEvidence): EvidenceFault {
  const { id, version, dataset, status, isJob } = evaluation;
  const what = `${isJob === true ? 'prediction job' : 'evaluation'} ${id} of version ${version}`;
  return {
    status: 'ERROR',
    reasonCode: 'EVALUATION_NOT_COMPLETE',
    detail: `${what} on ${formatDataset(dataset)} ${status === 'FAILED' ? 'failed' : 'is still running'}`,
    remediation:
      status === 'FAILED'
        ? `Submit an evaluation of version ${version} on ${formatDataset(dataset)} again.`
        : `Let ${what} finish and ask again, or cancel it.`,
  };
}

function differenceOf(other: DatasetIdentity, on: DatasetIdentity): string {
  if (other.version !== on.version || other.split !== on.split) return `the challenger on ${formatDataset(on)}`;
  return `whose digest is ${other.digest ?? 'not stated'} there and ${on.digest ?? 'not stated'} for the challenger`;
}

function digestHint(on: DatasetIdentity): string {
  return on.digest === null ? '' : ` with digest ${on.digest}`;
}
