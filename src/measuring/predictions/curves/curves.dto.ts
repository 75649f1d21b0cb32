import { EvaluationDataset } from '../../evaluations/evidence.dto.js';
import { IsCount, IsFiniteNumber, IsId, IsOneOf, IsSlice, IsText, Optional } from '../../../platform/http/fields.js';
import { LARGEST_COUNT } from '../../../values/values.js';
import { CURVE_KINDS, type CurveKind } from '../engine/curves/curve.js';

export class VersionCurvesQuery {
  /** Which curve. */
  @IsOneOf(CURVE_KINDS)
  kind: CurveKind;

  /** Name of the dataset; that of the newest predictions kept unless given. */
  @Optional()
  @IsText(1, 250)
  dataset?: string;

  /** The slice as JSON, such as `{"sex":"Female"}`; the whole unless given. */
  @Optional()
  @IsText(2, 5_000)
  slice?: string;
}

export class CurvePointResponse {
  /** Calibration: mean score. ROC: false positive rate. Residuals: mean prediction, in units of the label. */
  @IsFiniteNumber()
  x: number;

  /** Calibration: share of positives, 0 to 1. ROC: true positive rate, 0 to 1. Residuals: mean of label minus prediction, in units of the label. */
  @IsFiniteNumber()
  y: number;

  /** Residuals: the lowest tenth ends here, in units of the label; null of other curves. */
  lower: number | null;

  /** Residuals: the highest tenth begins here, in units of the label; null of other curves. */
  upper: number | null;

  /** Rows behind the point; of a ROC curve those whose score is as high or higher. */
  @IsCount(0, LARGEST_COUNT)
  count: number;
}

/** A picture of what a version predicted. */
export class VersionCurvesResponse {
  /** Name of the model. */
  model: string;

  /** The version. */
  @IsCount(1)
  version: number;

  /** Which curve. */
  @IsOneOf(CURVE_KINDS)
  kind: CurveKind;

  /** The data that was predicted. */
  dataset: EvaluationDataset;

  /** The slice; `{}` is the whole. */
  @IsSlice()
  slice: Record<string, string>;

  /** Id of the evaluation that the same predictions gave. */
  @IsId()
  evaluationId: string;

  /** Rows that the curve is drawn from. */
  @IsCount(0, LARGEST_COUNT)
  rows: number;

  /** At most 200 points from left to right; none where no row is in the slice, or a ROC curve has one class alone. */
  points: CurvePointResponse[];
}
