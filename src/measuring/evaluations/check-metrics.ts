import { sliceFault, sliceKey, type SliceValue } from '../../judging/evidence/slice-key.js';
import { notAField } from '../../values/nearest-name.js';
import { problemAt } from '../../values/pointer.js';
import { type ProblemError } from '../../platform/http/problem.js';
import { isCount, isPlainObject, isText, LARGEST_COUNT } from '../../values/values.js';

const FIELDS = [
  'name',
  'slice',
  'value',
  'undefined',
  'count',
  'standardError',
  'ciLow',
  'ciHigh',
  'ciLevel',
  'unit',
  'definition',
];

/** Finds every fault of a list of metrics as submitted, metric by metric and in its order, each with its place; none when it can be stored. */
export function metricChecker(): (metric: unknown, index: number) => ProblemError[] {
  const seen = new Map<string, number>();
  return (metric, index) => checkMetric(metric, index, seen);
}

function checkMetric(metric: unknown, index: number, seen: Map<string, number>): ProblemError[] {
  if (!isPlainObject(metric)) return [problemAt(['metrics', index], 'IS_OBJECT', 'a metric must be an object')];
  const faults = [...checkFields(metric, index), ...checkNumbers(metric, index)];
  const sliceFaults = checkSlice(metric.slice, ['metrics', index, 'slice']);
  if (faults.length > 0 || sliceFaults.length > 0) return [...faults, ...sliceFaults];
  const key = JSON.stringify([metric.name, sliceKey((metric.slice ?? {}) as Record<string, SliceValue>)]);
  const first = seen.get(key);
  if (first === undefined) seen.set(key, index);
  return first === undefined
    ? []
    : [
        problemAt(
          ['metrics', index],
          'DUPLICATE_METRIC',
          `the same metric on the same slice stands at /metrics/${first}`,
        ),
      ];
}

function checkFields(metric: Record<string, unknown>, index: number): ProblemError[] {
  const unknown = Object.keys(metric).filter((field) => !FIELDS.includes(field));
  const faults = unknown.map((field) =>
    problemAt(['metrics', index, field], 'UNKNOWN_FIELD', notAField(field, FIELDS)),
  );
  if (!isText(metric.name, 1, 250)) {
    faults.push(problemAt(['metrics', index, 'name'], 'IS_TEXT', 'name must be text of 1 to 250 characters'));
  }
  for (const field of ['unit', 'definition']) {
    if (metric[field] !== undefined && !isText(metric[field], 1, 250)) {
      faults.push(problemAt(['metrics', index, field], 'IS_TEXT', `${field} must be text of 1 to 250 characters`));
    }
  }
  return faults;
}

function checkNumbers(metric: Record<string, unknown>, index: number): ProblemError[] {
  const at = (field: string, detail: string) =>
    problemAt(['metrics', index, field], 'IS_FINITE_NUMBER', `${field} ${detail}`);
  const faults: ProblemError[] = [];
  if (metric.undefined === true ? metric.value !== undefined : !Number.isFinite(metric.value)) {
    faults.push(at('value', 'must be a finite number; a metric that is 0/0 says "undefined": true instead'));
  }
  if (metric.undefined !== undefined && metric.undefined !== true) faults.push(at('undefined', 'can only be true'));
  if (metric.count !== undefined && !isCount(metric.count, 0, LARGEST_COUNT)) {
    faults.push(at('count', `must be a whole number from 0 to ${LARGEST_COUNT}`));
  }
  if (metric.standardError !== undefined && !isAtLeastZero(metric.standardError)) {
    faults.push(at('standardError', 'must be a finite number that is not negative'));
  }
  return [...faults, ...checkInterval(metric, index)];
}

function checkInterval(metric: Record<string, unknown>, index: number): ProblemError[] {
  const fields = ['ciLow', 'ciHigh', 'ciLevel'];
  const given = fields.filter((field) => metric[field] !== undefined);
  if (given.length === 0) return [];
  const { ciLow, ciHigh, ciLevel } = metric as Record<string, number>;
  const isWhole = fields.every((field) => Number.isFinite(metric[field]));
  const isInterval = isWhole && ciLow! <= ciHigh! && ciLevel! > 0 && ciLevel! < 1;
  const isAround =
    isInterval && (metric.value === undefined || (ciLow! <= Number(metric.value) && Number(metric.value) <= ciHigh!));
  if (isAround) return [];
  const detail = 'ciLow, ciHigh and ciLevel go together: ciLow <= value <= ciHigh, and the level between 0 and 1';
  return [problemAt(['metrics', index, given[0]!], 'IS_INTERVAL', detail)];
}

/** What is wrong with a slice as submitted, at its place. */
export function checkSlice(slice: unknown, path: (string | number)[]): ProblemError[] {
  if (slice === undefined) return [];
  if (!isPlainObject(slice)) return [problemAt(path, 'IS_SLICE', 'slice must be an object of feature=value pairs')];
  const bad = Object.entries(slice).find(([, value]) => !['string', 'number', 'boolean'].includes(typeof value));
  if (bad) return [problemAt([...path, bad[0]], 'IS_SLICE', 'a slice value must be text, a number or a truth value')];
  const problem = sliceFault(slice as Record<string, SliceValue>);
  return problem === undefined ? [] : [problemAt(path, 'IS_SLICE', problem)];
}

function isAtLeastZero(value: unknown): boolean {
  return Number.isFinite(value) && (value as number) >= 0;
}
