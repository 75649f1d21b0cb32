import { type VersionCurvesResponse } from '@stagegate/client';

export interface CurveFrame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const CURVE_FRAME: CurveFrame = { width: 480, height: 320, left: 48, right: 470, top: 10, bottom: 276 };

interface Span {
  low: number;
  high: number;
}

/** Both curves as lines in one frame. */
export interface CurveShapes {
  /** The path of each version, in the order they came. */
  lines: string[];
  /** Where the lowest tenth ends and the highest begins, of residuals. */
  spreads: string[];
  /** What a perfect model would lie on; null for the ROC's chance line, which is the diagonal as well. */
  reference: string;
  ticks: { x: { at: number; value: number }[]; y: { at: number; value: number }[] };
}

export function curveShapes(curves: readonly VersionCurvesResponse[], frame: CurveFrame): CurveShapes {
  const isResidual = curves[0]?.kind === 'residuals';
  const points = curves.flatMap((curve) => curve.points);
  const x = isResidual ? spanOf(points.map((point) => point.x)) : UNIT;
  const y = isResidual
    ? spanOf([0, ...points.flatMap(({ y: mean, lower, upper }) => [mean, lower ?? mean, upper ?? mean])])
    : UNIT;
  const across = scale(x, frame.left, frame.right);
  const up = scale(y, frame.bottom, frame.top);
  const path = (ends: readonly (readonly [number, number])[]) =>
    ends.map(([one, other], index) => `${index === 0 ? 'M' : 'L'}${across(one)} ${up(other)}`).join('');
  const spreadOf = ({ points: own }: VersionCurvesResponse, side: 'lower' | 'upper') =>
    path(own.flatMap((point) => (point[side] === null ? [] : [[point.x, point[side]] as const])));
  return {
    lines: curves.map((curve) => path(curve.points.map((point) => [point.x, point.y]))),
    spreads: isResidual ? curves.flatMap((curve) => [spreadOf(curve, 'lower'), spreadOf(curve, 'upper')]) : [],
    reference: isResidual
      ? path([
          [x.low, 0],
          [x.high, 0],
        ])
      : path([
          [0, 0],
          [1, 1],
        ]),
    ticks: { x: ticksOf(x, across), y: ticksOf(y, up) },
  };
}

const UNIT: Span = { low: 0, high: 1 };

function spanOf(values: readonly number[]): Span {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low < high ? { low, high } : { low: low - 1, high: high + 1 };
}

function scale({ low, high }: Span, from: number, to: number) {
  return (value: number) => Math.round((from + ((value - low) / (high - low)) * (to - from)) * 10) / 10;
}

function ticksOf({ low, high }: Span, at: (value: number) => number) {
  return [low, (low + high) / 2, high].map((value) => ({ at: at(value), value }));
}
