import { isCountName, isErrorName, metricOfError } from './names.js';
import { type Beside, isCount, isNumber, isObject, type Json, type Reading } from './reading.js';

/** Flat or nested JSON, as DVC and MLflow write it: names are joined by dots, but for what is just called metrics, and a count holds for all beside and below it. */
export function readObject(reading: Reading, document: Json, path: readonly string[] = [], above: Beside = {}): void {
  const names = Object.keys(document);
  const counted = names.find((name) => isCountName(name) && isCount(document[name]));
  const count = counted === undefined ? above.count : document[counted];
  const errors = errorsIn(document);
  for (const name of names) {
    const value = document[name];
    const at = [...path, name];
    if (name === counted || errors.names.has(name)) continue;
    if (isObject(value)) readPart(reading, value, name === 'metrics' ? path : at, { count });
    else reading.take(at.join('.'), value, { count, standardError: document[errors.of.get(name) ?? ''] });
  }
}

/** One value with what stands beside it, or more names. */
function readPart(reading: Reading, part: Json, path: readonly string[], above: Beside): void {
  if (!isNumber(part.value)) return readObject(reading, part, path, above);
  const names = Object.keys(part);
  const counted = names.find((name) => isCountName(name) && isCount(part[name]));
  const error = names.find(isErrorName);
  reading.take(path.join('.'), part.value, {
    count: counted === undefined ? above.count : part[counted],
    standardError: error && part[error],
  });
}

/** Which names hold the standard error of which other name beside them. */
function errorsIn(document: Json): { of: Map<string, string>; names: Set<string> } {
  const of = new Map<string, string>();
  for (const name of Object.keys(document)) {
    const metric = metricOfError(name);
    if (metric !== undefined && isNumber(document[metric])) of.set(metric, name);
  }
  return { of, names: new Set(of.values()) };
}
