import { PAIRED_KINDS, type PairedKind } from '../../judging/evidence/paired-evidence.js';
import {
  IsCount,
  IsDigest,
  IsFiniteNumber,
  IsOneOf,
  IsSlice,
  IsText,
  Optional,
  Shows,
} from '../../platform/http/fields.js';
import { LARGEST_COUNT } from '../../values/values.js';

export class EvaluationDataset {
  /** Name of the dataset. */
  @IsText(1, 250)
  name: string;

  /** Version of the dataset; evaluations on different versions are never compared. */
  @IsText(1, 250)
  version: string;

  /** Digest of the dataset's content, `sha256:` and 64 hexadecimal digits. */
  @Optional()
  @IsDigest()
  digest?: string;

  /** Part of the dataset, such as test. */
  @Optional()
  @IsText(1, 250)
  split?: string;
}

/** One metric on one slice. */
export class EvaluationMetricValue {
  /** Name of the metric, such as accuracy. */
  name: string;

  /** The slice as feature=value pairs; `{}` or absent is the whole. */
  @IsSlice()
  slice?: Record<string, string | number | boolean>;

  /** The value, a finite number in the metric's unit. */
  value?: number;

  /** True when the metric is 0/0 on this slice; the value is left out then. */
  undefined?: boolean;

  /** Number of examples the value rests on. */
  @IsCount(0, LARGEST_COUNT)
  count?: number;

  /** Standard error of the value, in the metric's unit. */
  @IsFiniteNumber(0)
  standardError?: number;

  /** Lower end of a confidence interval of the value, in the metric's unit. */
  ciLow?: number;

  /** Upper end of the interval, in the metric's unit. */
  ciHigh?: number;

  /** Two-sided level of the interval, between 0 and 1. */
  @IsFiniteNumber(0, 1)
  ciLevel?: number;

  /** Unit of the value, such as ms. */
  unit?: string;

  /** Implementation and version, with averaging, threshold and weights, such as sklearn.f1@macro; different definitions are never compared. */
  definition?: string;
}

/** How challenger and incumbent did on the same rows of one slice; the fields beside these belong to the kind. */
export class PairedEvidence {
  /** The version that was compared with. */
  @IsCount(1)
  incumbentVersion: number;

  /** The slice as feature=value pairs; `{}` or absent is the whole. */
  @IsSlice()
  slice?: Record<string, string | number | boolean>;

  /** `binary8`, `meanDiff`, `clusterDiff`, `weightedDiff`, `aucPair` or `replicates`. */
  @IsOneOf(PAIRED_KINDS)
  kind: PairedKind;

  /** binary8: rows by label, challenger's and incumbent's prediction, as in `{"111": 2000, "110": 30}`. */
  @Shows({ type: 'object', additionalProperties: { type: 'integer', minimum: 0, maximum: LARGEST_COUNT } })
  counts?: Record<string, number>;

  /** The metric that all kinds but binary8 are about; aucPair without one is about the AUC by any of its names. */
  metric?: string;

  /** meanDiff, clusterDiff, weightedDiff and, if stated, replicates: number of rows. */
  @IsCount(0, LARGEST_COUNT)
  n?: number;

  /** meanDiff, clusterDiff: sum of the per-row differences, challenger minus incumbent. */
  sumD?: number;

  /** meanDiff: sum of their squares. */
  sumD2?: number;

  /** clusterDiff: number of units, such as users, whose rows move together. */
  @IsCount(0, LARGEST_COUNT)
  clusters?: number;

  /** clusterDiff: sum over units of the squared sum of differences. */
  sumClusterD2?: number;

  /** clusterDiff: sum over units of rows times sum of differences. */
  sumClusterND?: number;

  /** clusterDiff: sum over units of squared rows. */
  sumClusterN2?: number;

  /** weightedDiff: sum of the weights. */
  sumW?: number;

  /** weightedDiff: sum of the squared weights. */
  sumW2?: number;

  /** weightedDiff: sum of weight times difference. */
  sumWD?: number;

  /** weightedDiff: sum of squared weight times difference. */
  sumW2D?: number;

  /** weightedDiff: sum of squared weight times squared difference. */
  sumW2D2?: number;

  /** aucPair: AUC of the challenger, a share from 0 to 1 without a unit. */
  aucC?: number;

  /** aucPair: AUC of the incumbent, a share from 0 to 1 without a unit. */
  aucI?: number;

  /** aucPair: DeLong variance of the challenger's AUC. */
  varC?: number;

  /** aucPair: DeLong variance of the incumbent's AUC. */
  varI?: number;

  /** aucPair: DeLong covariance of both, without a unit. */
  cov?: number;

  /** aucPair: number of positive rows. */
  @IsCount(0, LARGEST_COUNT)
  nPos?: number;

  /** aucPair: number of negative rows. */
  @IsCount(0, LARGEST_COUNT)
  nNeg?: number;

  /** replicates: the difference on the rows themselves, which must be that of the reports, in the metric's unit; may be left out. */
  observed?: number;

  /** replicates: 100 to 10,000 paired bootstrap differences, challenger minus incumbent. */
  @Shows({ type: 'array', items: { type: 'number' }, minItems: 100, maxItems: 10_000 })
  deltas?: number[];
}
