/** Pictures that kept predictions give. */
export const CURVE_KINDS = ['calibration', 'roc', 'residuals'] as const;
export type CurveKind = (typeof CURVE_KINDS)[number];

/** Most points that a curve has. */
export const MOST_POINTS = 200;

/** What x and y are depends on the kind; lower and upper are tenths of the residuals there, and null elsewhere. */
export interface CurvePoint {
  x: number;
  y: number;
  lower: number | null;
  upper: number | null;
  /** Rows behind the point; of a ROC curve those at or above its score. */
  count: number;
}

export interface Curve {
  rows: number;
  points: CurvePoint[];
}
