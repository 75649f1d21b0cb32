/** What a limit is set to: the change against the incumbent with better as positive, or the value itself from below or above. */
export const LIMIT_KINDS = ['change', 'min', 'max'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** Where a measure stands to what its rule asks for; every number in units of the metric. */
export interface MeasureLimit {
  kind: LimitKind;
  /** The limit: the smallest change, or the smallest or largest value. */
  at: number;
  /** What is held against it. */
  reached: number;
  /** How far that is within the limit; less than 0 beyond it. */
  room: number;
}

/** The bounds of what was measured, and the change with better as positive. */
interface Observed {
  challenger?: number | null;
  delta?: number;
  improvement?: number;
  lower?: number;
  upper?: number;
}

/** What of a measure tells its limit, of a judgement as of an answer: the console computes it by these very functions. */
export interface Measured {
  status: string;
  reasonCode: string;
  observed: Observed;
  required: { min?: number; max?: number; margin?: number; gain?: number };
}

/** No harm was found, by the change itself. */
const NO_HARM_FOUND = 'NO_REGRESSION_DETECTED';

/** The limit that a measure comes closest to, or is furthest beyond; null where its rule sets none, or nothing was measured. */
export function limitOf(measure: Measured): MeasureLimit | null {
  const { min, max, margin, gain } = measure.required;
  const asked = gain ?? (margin === undefined ? undefined : -margin);
  const change = changeOf(measure);
  const limits = [
    ...(asked === undefined || change === null ? [] : [limit('change', asked, change)]),
    ...bound('min', min, valueOf(measure, 'lower')),
    ...bound('max', max, valueOf(measure, 'upper')),
  ];
  return limits.reduce<MeasureLimit | null>(
    (closest, each) => (closest === null || each.room < closest.room ? each : closest),
    null,
  );
}

/** The room of a limit as its share, so that metrics of different units compare; without a limit there is all there can be. */
export function relativeRoom(limit: MeasureLimit | null): number {
  if (limit === null) return Number.POSITIVE_INFINITY;
  return limit.at === 0 ? limit.room : limit.room / Math.abs(limit.at);
}

function bound(kind: 'min' | 'max', at: number | undefined, reached: number | null): MeasureLimit[] {
  return at === undefined || reached === null ? [] : [limit(kind, at, reached)];
}

function limit(kind: LimitKind, at: number, reached: number): MeasureLimit {
  return { kind, at, reached, room: kind === 'max' ? at - reached : reached - at };
}

/** The change that decides: its lower bound, unless harm was seen, or only looked for, in the change itself. */
function changeOf({ status, reasonCode, observed }: Measured): number | null {
  const { improvement } = observed;
  if (improvement === undefined) return null;
  if (status === 'FAIL' || reasonCode === NO_HARM_FOUND) return improvement;
  return improvementBounds(observed).lower ?? improvement;
}

/** The bounds of a change with better as positive; those of a metric where less is better are turned. */
export function improvementBounds({ lower, upper, delta, improvement }: Observed): { lower?: number; upper?: number } {
  const isTurned = delta !== undefined && delta !== 0 && improvement === -delta;
  if (!isTurned) return { lower, upper };
  return { lower: upper === undefined ? upper : -upper, upper: lower === undefined ? lower : -lower };
}

/** The value that decides: the bound of it that is looked at, unless the value itself is beyond the limit. */
function valueOf({ status, observed }: Measured, end: 'lower' | 'upper'): number | null {
  const { challenger = null, improvement } = observed;
  if (challenger === null || status === 'FAIL' || improvement !== undefined) return challenger;
  return observed[end] ?? challenger;
}
