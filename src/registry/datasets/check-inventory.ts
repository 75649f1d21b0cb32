import { type ProblemError } from '../../platform/http/problem.js';
import { problemAt } from '../../values/pointer.js';
import { isCount, isPlainObject, LARGEST_COUNT } from '../../values/values.js';

export const MOST_FEATURES = 100;
export const MOST_VALUES = 10_000;

/** Every fault of an inventory: the rows of each feature must add up to those of the dataset. */
export function checkInventory(inventory: unknown, rowCount: number): ProblemError[] {
  if (!isPlainObject(inventory)) return [fault([], 'must be an object of features')];
  const features = Object.entries(inventory);
  if (features.length > MOST_FEATURES) return [fault([], `holds at most ${MOST_FEATURES} features`)];
  return features.flatMap(([feature, values]) => checkFeature(feature, values, rowCount));
}

function checkFeature(feature: string, values: unknown, rowCount: number): ProblemError[] {
  if (!isPlainObject(values)) return [fault([feature], 'must be an object of values and their rows')];
  const entries = Object.entries(values);
  if (entries.length > MOST_VALUES) return [fault([feature], `holds at most ${MOST_VALUES} values`)];
  const bad = entries.filter(([, rows]) => !isCount(rows, 0, LARGEST_COUNT));
  if (bad.length > 0) return bad.map(([value]) => fault([feature, value], 'must be a number of rows'));
  const total = entries.reduce((sum, [, rows]) => sum + (rows as number), 0);
  if (total === rowCount) return [];
  const detail = `must add up to rowCount ${rowCount}, not ${total}; rows without a value count under "__null__"`;
  return [fault([feature], detail)];
}

function fault(path: string[], detail: string): ProblemError {
  const name = path.at(-1) ?? 'inventory';
  return problemAt(['inventory', ...path], 'IS_INVENTORY', `${name === '' ? '""' : name} ${detail}`);
}
