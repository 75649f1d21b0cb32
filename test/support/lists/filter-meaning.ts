import { type Comparison, type FilterNode, type Literal } from '../../../src/platform/lists/filter.js';

/** What a comparison finds in an item: undefined where it is missing. */
export type Found = string | number | boolean | object | null | undefined;
export type ValueOf<Item> = (item: Item, name: string, key: string | null, on: readonly string[]) => Found;

/** Whether a filter holds of an item, by the page of the grammar and without any database. */
export function holds<Item>(node: FilterNode, item: Item, valueOf: ValueOf<Item>): boolean {
  if (node.kind === 'not') return !holds(node.term, item, valueOf);
  if (node.kind !== 'comparison') {
    const isHeld = (term: FilterNode): boolean => holds(term, item, valueOf);
    return node.kind === 'and' ? node.terms.every(isHeld) : node.terms.some(isHeld);
  }
  const { name, key, on } = node.field;
  return compares(node, valueOf(item, name, key, on) ?? undefined);
}

function compares(comparison: Comparison, found: Exclude<Found, null>): boolean {
  const { operator, values } = comparison;
  const without = /^not (.+)$/.exec(operator)?.[1];
  if (operator === '!=') return !compares({ ...comparison, operator: '=' }, found);
  if (operator === 'is not null') return found !== undefined;
  if (without !== undefined) return !compares({ ...comparison, operator: without as Comparison['operator'] }, found);
  if (operator === 'is null') return found === undefined;
  if (found === undefined) return false;
  const against = (value: Literal): number => orderOf(found, value, comparison.field.name === 'params');
  const [first, last] = values as [Literal, Literal];
  if (operator.endsWith('like')) return matches(textOf(found), first.text, operator === 'ilike');
  if (operator === 'in') return values.some((value) => against(value) === 0);
  if (operator === 'between') return against(first) >= 0 && against(last) <= 0;
  const order = against(first);
  return (
    (operator.includes('=') && order === 0) ||
    (operator.startsWith(order < 0 ? '<' : '>') && order !== 0 && !isNaN(order))
  );
}

/** Below, equal or above 0, or NaN where the two are never compared. */
function orderOf(found: Exclude<Found, null | undefined>, { text, isNumber }: Literal, isParam: boolean): number {
  if (isParam && isNumber) return typeof found === 'number' ? found - Number(text) : NaN;
  if (!isParam && typeof found === 'number') return found - Number(text);
  const written = textOf(found);
  return written === text ? 0 : written < text ? -1 : 1;
}

function textOf(found: Exclude<Found, null | undefined>): string {
  return typeof found === 'string' ? found : JSON.stringify(found);
}

function matches(text: string, pattern: string, ignoresCase: boolean): boolean {
  const expression = pattern.replaceAll('%', '.*').replaceAll('_', '.');
  return new RegExp(`^${expression}$`, ignoresCase ? 'i' : '').test(text);
}
