import { type Comparison, type FilterNode } from './filter.js';

/** A filter as text that leaves nothing to the order of precedence. */
export function writeFilter(node: FilterNode): string {
  if (node.kind === 'comparison') return writeComparison(node);
  if (node.kind === 'not') return `not (${writeFilter(node.term)})`;
  const terms = node.terms.map((term) => (term.kind === 'comparison' ? writeFilter(term) : `(${writeFilter(term)})`));
  return terms.join(` ${node.kind} `);
}

function writeComparison({ field: { name, key, on }, operator, values }: Comparison): string {
  const parts = `${key === null ? '' : `.${quoted(key)}`}${on.map((part) => `@${quoted(part)}`).join('')}`;
  const literals = values.map(({ text, isNumber }) => (isNumber ? text : quoted(text)));
  if (operator.endsWith('null')) return `${name}${parts} ${operator}`;
  if (operator.endsWith('in')) return `${name}${parts} ${operator} (${literals.join(', ')})`;
  return `${name}${parts} ${operator} ${literals.join(' and ')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(`'`, `''`)}'`;
}
