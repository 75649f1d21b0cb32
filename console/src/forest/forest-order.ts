import { type MeasureStatus } from '@stagegate/client';
import { type Forest, type ForestMetric, type ForestRow, isNeutral } from './forest-rows.js';

export const SORTS = ['worst', 'difference', 'rows', 'name'] as const;
export type ForestSort = (typeof SORTS)[number];
export const SHOWN = ['all', 'ruled', 'refused'] as const;
export type ForestShown = (typeof SHOWN)[number];

/** Rows of the same features, under one heading; all rows stand first, without one. */
export interface ForestGroup {
  name: string;
  rows: ForestRow[];
}

type Order = (one: ForestRow, other: ForestRow) => number;

/** Refused, undecided, none of its own, passed. */
const SEVERITY: readonly (MeasureStatus | null)[] = ['FAIL', 'ERROR', 'INCONCLUSIVE', null, 'SKIPPED', 'PASS'];

export function severityOf({ status }: Pick<ForestRow, 'status'>): number {
  return SEVERITY.indexOf(status);
}

/** What a row is at worst: the bound that decided, the interval's end, or the difference itself. */
export function worstEnd({ decision, interval, improvement }: ForestRow): number {
  return decision?.lower ?? interval?.lower ?? improvement ?? Number.POSITIVE_INFINITY;
}

const byName: Order = (one, other) => one.label.localeCompare(other.label, 'en', { numeric: true });
const ORDERS: Record<ForestSort, Order> = {
  worst: (one, other) => severityOf(one) - severityOf(other) || worstEnd(one) - worstEnd(other) || byName(one, other),
  difference: (one, other) =>
    (one.improvement ?? Number.POSITIVE_INFINITY) - (other.improvement ?? Number.POSITIVE_INFINITY) ||
    byName(one, other),
  rows: (one, other) => (other.count ?? -1) - (one.count ?? -1) || byName(one, other),
  name: byName,
};

/** Rows by group in the order that is asked for, the group with the first row first; members follow their pool. */
export function orderForest(rows: readonly ForestRow[], sort: ForestSort): ForestGroup[] {
  const order = ORDERS[sort];
  const groups = groupBy(rows, ({ group }) => group);
  const ordered = [...groups].map(([name, all]) => ({ name, rows: orderGroup(all, order) }));
  const byFirst = (one: ForestGroup, other: ForestGroup) => order(one.rows[0]!, other.rows[0]!);
  return ordered
    .filter((group) => group.rows.length > 0)
    .toSorted((one, other) => {
      if (one.name === '' || other.name === '') return one.name === '' ? -1 : 1;
      return sort === 'name' ? one.name.localeCompare(other.name, 'en') : byFirst(one, other);
    });
}

function groupBy<Key>(rows: readonly ForestRow[], keyOf: (row: ForestRow) => Key): Map<Key, ForestRow[]> {
  const groups = new Map<Key, ForestRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function orderGroup(rows: readonly ForestRow[], order: Order): ForestRow[] {
  const members = groupBy(rows, ({ pool }) => pool);
  return (members.get(null) ?? [])
    .toSorted(order)
    .flatMap((row) => (row.kind === 'pool' ? [row, ...(members.get(row.key) ?? []).toSorted(order)] : [row]));
}

/** The rows that are asked for; with a pool its members stay. */
export function shownRows(rows: readonly ForestRow[], shown: ForestShown, feature: string | undefined): ForestRow[] {
  const isShown = (row: ForestRow): boolean =>
    shown === 'all' || (shown === 'ruled' ? row.ruleIds.length > 0 : row.status === 'FAIL' || row.status === 'ERROR');
  const kept = new Set(rows.filter(isShown).map(({ key }) => key));
  return rows
    .filter(({ group }) => feature === undefined || group === '' || group.split(' × ').includes(feature))
    .filter(({ key, pool }) => kept.has(key) || (pool !== null && kept.has(pool)));
}

export interface ForestCounts {
  slices: number;
  refused: number;
  undecided: number;
  errors: number;
  passed: number;
  open: number;
  /** Slices that are judged in a pool alone. */
  members: number;
  /** Slices that no rule covers and that are worse beyond chance. */
  uncovered: number;
}

export function countForest({ metric, rows }: Forest): ForestCounts {
  const own = rows.filter(({ kind }) => kind === 'slice');
  const of = (...statuses: (MeasureStatus | null)[]) => own.filter(({ status }) => statuses.includes(status)).length;
  return {
    slices: rows.filter(({ kind }) => kind !== 'pool').length,
    refused: of('FAIL'),
    undecided: of('INCONCLUSIVE'),
    errors: of('ERROR'),
    passed: of('PASS'),
    open: of(null, 'SKIPPED'),
    members: rows.filter(({ kind }) => kind === 'member').length,
    uncovered: own.filter((row) => isUncovered(row, metric)).length,
  };
}

/** Worse beyond chance, and no rule looks at it; of a metric without a direction nothing is worse. */
export function isUncovered({ kind, ruleIds, interval }: ForestRow, metric: ForestMetric): boolean {
  if (isNeutral(metric) || kind !== 'slice' || ruleIds.length > 0) return false;
  return interval?.upper != null && interval.upper < 0;
}

/** From so many rows on, groups are closed unless they hold what is refused or undecided. */
const MANY_ROWS = 300;

export function opensAtFirst({ name, rows }: ForestGroup, all: number): boolean {
  return all <= MANY_ROWS || name === '' || rows.some(({ status }) => status === 'FAIL' || status === 'INCONCLUSIVE');
}

/** Rows of the largest slice, by which the area of a mark goes. */
export function largestOf(rows: readonly ForestRow[]): number {
  return Math.max(0, ...rows.map(({ count }) => count ?? 0));
}
