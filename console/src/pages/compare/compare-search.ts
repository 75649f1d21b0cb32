import { SHOWN, SORTS, type ForestShown, type ForestSort } from '../../forest/forest-order.js';
import { type CurveKind } from '../../data/comparison.js';

const CURVES = ['calibration', 'roc', 'residuals'] as const satisfies readonly CurveKind[];

/** All that a view of the comparison is made of; it stands in the address. */
export interface CompareSearch {
  /** The version that is compared. */
  a?: number;
  /** The one it is compared with. */
  b?: number;
  metric?: string;
  dataset?: string;
  feature?: string;
  sort?: ForestSort;
  show?: ForestShown;
  fit?: boolean;
  /** Key of the current row. */
  row?: string;
  report?: string;
  curve?: CurveKind;
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const version = (value: unknown): number | undefined =>
  Number.isInteger(value) && (value as number) > 0 ? (value as number) : undefined;
const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((each) => each === value);

export function readCompareSearch(search: Readonly<Record<string, unknown>>): CompareSearch {
  return {
    a: version(search.a),
    b: version(search.b),
    metric: word(search.metric),
    dataset: word(search.dataset),
    feature: word(search.feature),
    sort: oneOf(SORTS, search.sort),
    show: oneOf(SHOWN, search.show),
    fit: search.fit === true ? true : undefined,
    row: typeof search.row === 'object' && search.row !== null ? JSON.stringify(search.row) : word(search.row),
    report: word(search.report),
    curve: oneOf(CURVES, search.curve),
  };
}
