import { type PairedKind } from '../../judging/evidence/paired-kinds.js';
import { parseSliceKey } from '../../judging/evidence/slice-key.js';
import {
  IsCount,
  IsDigest,
  IsId,
  IsNested,
  IsOneOf,
  IsPlainList,
  IsText,
  IsTimestamp,
  Optional,
} from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { type EvaluationRow } from './evaluations.queries.js';
import { type Inclusion, INCLUSIONS } from './inclusion.js';
import { EvaluationDataset, EvaluationMetricValue, PairedEvidence } from './evidence.dto.js';

/** What two evaluations must agree on besides the data. */
export class MeasuringTerms {
  /** Class of machine that operational metrics such as latency were taken on. */
  @Optional()
  @IsText(1, 250)
  environment?: string;

  /** Version of the definition that the labels follow, such as churn-30d; evaluations by different ones are not compared unless the policy says so. */
  @Optional()
  @IsText(1, 250)
  labelDefinition?: string;

  /** Version of the definition that the slices follow, such as age-bands-2; slices by different ones are not compared unless the policy says so. */
  @Optional()
  @IsText(1, 250)
  sliceDefinition?: string;
}

export class SubmitEvaluationRequest extends MeasuringTerms {
  /** The data the version was measured on. */
  @IsNested(() => EvaluationDataset)
  dataset: EvaluationDataset;

  /** When it was measured; the time of submission unless given. */
  @Optional()
  @IsTimestamp()
  evaluatedAt?: string;

  /** What measured it, such as sklearn-1.2. */
  @Optional()
  @IsText(1, 250)
  evaluator?: string;

  /** Digest of the predictions; two versions with the same one predict the same. */
  @Optional()
  @IsDigest()
  predictionDigest?: string;

  /** The metrics, overall and per slice, each with its sample count; no metric twice on one slice. */
  @IsPlainList(() => EvaluationMetricValue, 1, 50_000)
  metrics: EvaluationMetricValue[];

  /** Paired evidence against incumbents, per slice. */
  @Optional()
  @IsPlainList(() => PairedEvidence, 0, 50_000)
  paired?: PairedEvidence[];
}

type Slice = NonNullable<ReturnType<typeof parseSliceKey>>;

/** Fields of a metric that an answer leaves out where they are null, in its order. */
const OPTIONAL_FIELDS = ['count', 'standardError', 'ciLow', 'ciHigh', 'ciLevel', 'unit', 'definition'] as const;

export class ListEvaluationsQuery extends ListQuery {
  /** What to answer of the evidence of each evaluation beyond its counts; all of it unless given. */
  @Optional()
  @IsOneOf(INCLUSIONS)
  include?: Inclusion;
}

export class EvaluationResponse {
  /** Identifier of the evaluation. */
  @IsId()
  id: string;

  /** Name of the model. */
  model: string;

  /** The version that was measured. */
  @IsCount(1)
  version: number;

  /** The data it was measured on. */
  dataset: EvaluationDataset;

  /** When it was measured. */
  evaluatedAt: Date;

  /** What measured it. */
  evaluator: string | null;

  /** Class of machine that operational metrics were taken on. */
  environment: string | null;

  /** Version of the definition that the labels follow. */
  labelDefinition: string | null;

  /** Version of the definition that the slices follow. */
  sliceDefinition: string | null;

  /** Digest of the predictions. */
  @IsDigest()
  predictionDigest: string | null;

  /** Digest over the canonical form of what was submitted. */
  @IsDigest()
  digest: string;

  /** How many metrics it holds. */
  @IsCount()
  metricCount: number;

  /** How many entries of paired evidence it holds. */
  @IsCount()
  pairedCount: number;

  /** The metrics, overall and per slice; none in a list that was asked for without them. */
  metrics: EvaluationMetricValue[];

  /** Paired evidence against incumbents; none in a list that was asked for without it. */
  paired: PairedEvidence[];

  /** When it was submitted. */
  createdAt: Date;

  /** Who submitted it. */
  createdBy: string;
}

export class EvaluationPage {
  /** The evaluations of this page, newest first. */
  items: EvaluationResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toEvaluationResponse(row: EvaluationRow, metrics: EvaluationMetricValue[]): EvaluationResponse {
  return {
    id: row.id,
    model: row.model,
    version: row.version,
    dataset: {
      name: row.datasetName,
      version: row.datasetVersion,
      ...(row.datasetDigest !== null && { digest: row.datasetDigest }),
      ...(row.datasetSplit !== null && { split: row.datasetSplit }),
    },
    evaluatedAt: row.evaluatedAt,
    evaluator: row.evaluator,
    environment: row.environment,
    labelDefinition: row.labelDefinition,
    sliceDefinition: row.sliceDefinition,
    predictionDigest: row.predictionDigest,
    digest: row.digest,
    metricCount: row.metricCount,
    pairedCount: row.pairedCount,
    metrics,
    paired: row.paired.map(({ incumbentVersion, sliceKey, kind, evidence }) => ({
      incumbentVersion,
      slice: parseSliceKey(sliceKey) ?? {},
      kind: kind as PairedKind,
      ...evidence,
    })),
    createdAt: row.createdAt,
    createdBy: row.createdBy,
  };
}

/** Shows the metrics of an evaluation one by one; most stand on the same slices as others, which are read once. */
export function metricTeller(
  metrics: EvaluationRow['metrics'],
): (metric: EvaluationRow['metrics'][number]) => EvaluationMetricValue {
  const keys = [...new Set(metrics.map(({ sliceKey }) => sliceKey))];
  const slices = new Map(keys.map((key) => [key, parseSliceKey(key) ?? {}]));
  return (metric) => toMetricValue(metric, slices.get(metric.sliceKey) ?? {});
}

function toMetricValue(metric: EvaluationRow['metrics'][number], slice: Slice): EvaluationMetricValue {
  const { name, value } = metric;
  const shown: EvaluationMetricValue = { name, slice, ...(value === null ? { undefined: true } : { value }) };
  for (const field of OPTIONAL_FIELDS) {
    if (metric[field] !== null) Object.assign(shown, { [field]: metric[field] });
  }
  return shown;
}
