import { PAIRED_FIELDS } from '../../judging/evidence/paired-fields.js';
import { PAIRED_KINDS, type PairedKind } from '../../judging/evidence/paired-kinds.js';
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
  @IsText(1, 250)
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
  @IsText(1, 250)
  unit?: string;

  /** Implementation and version, with averaging, threshold and weights, such as sklearn.f1@macro; different definitions are never compared. */
  @IsText(1, 250)
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
}

/** The core knows the fields of every kind; the document shows them as they are described there. */
for (const [name, { schema }] of Object.entries(PAIRED_FIELDS)) {
  Shows({ ...schema, required: false })(PairedEvidence.prototype, name);
}
