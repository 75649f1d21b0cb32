import { type Comparison, type FilterNode, type Literal, NEGATIONS, type PositiveOperator } from './filter.js';
import { checkComparison, fieldOf, type ListField, type ListUnderWay, sqlTypeOf, toBound } from './list-field.js';
import { ListFault } from './list-fault.js';
import { type FieldName } from './tokens.js';

/**
 * SQL conditions that hold together where a filter does. A missing value fulfils no comparison but `is null`, and what a
 * negation holds of is all that the negated does not: SQL's third truth value is never told from false.
 */
export function conditionsOf(list: ListUnderWay, filter: FilterNode): string[] {
  return filter.kind === 'and'
    ? filter.terms.flatMap((term) => conditionsOf(list, term))
    : [conditionOf(list, filter, false)];
}

function conditionOf(list: ListUnderWay, node: FilterNode, isNegated: boolean): string {
  if (node.kind === 'comparison') return comparisonOf(list, node, isNegated);
  if (node.kind === 'not') return negated(conditionOf(list, node.term, true));
  const terms = node.terms.map((term) => conditionOf(list, term, isNegated));
  return `(${terms.join(node.kind === 'and' ? ' AND ' : ' OR ')})`;
}

function negated(condition: string): string {
  return `(${condition}) IS NOT TRUE`;
}

function comparisonOf(list: ListUnderWay, comparison: Comparison, isNegated: boolean): string {
  const { field: name, operator } = comparison;
  const field = fieldOf(list.spec, name);
  checkComparison(field, comparison);
  if (isNegated && field.operators) {
    const detail = `${name.name} is compared by ${field.operators.join(' ')} alone, not under NOT.`;
    throw new ListFault(detail, name.at);
  }
  if (operator === '!=') return unequal(list, field, comparison);
  const positive: PositiveOperator =
    operator in NEGATIONS ? NEGATIONS[operator as keyof typeof NEGATIONS] : (operator as PositiveOperator);
  const condition = positiveOf(list, field, { ...comparison, operator: positive });
  return positive === operator ? condition : negated(condition);
}

/** A column that is never null is compared as it stands, so that the statistics of the database know how often it holds. */
function unequal(list: ListUnderWay, field: ListField, { field: name, values: [value] }: Comparison): string {
  return `${expressionOf(list, field, name, value)} IS DISTINCT FROM ${bound(list, field, value!)}`;
}

type PositiveComparison = Comparison & { operator: PositiveOperator };

function positiveOf(list: ListUnderWay, field: ListField, comparison: PositiveComparison): string {
  const { field: name, operator, values } = comparison;
  if (operator === 'is null') return missing(field, expressionOf(list, field, name));
  if (operator === 'in') return membership(list, field, name, values);
  const [first, last] = values as [Literal, Literal];
  if (operator === 'between') {
    const range = `${bound(list, field, first)} AND ${bound(list, field, last)}`;
    return `${expressionOf(list, field, name, first)} BETWEEN ${range}`;
  }
  if (operator === '=' && field.type === 'tags') {
    // An index over all tags finds those that contain this one.
    return `${field.column} @> ${list.bind(JSON.stringify({ [name.key!]: first.text }))}::jsonb`;
  }
  const value = operator.endsWith('like') ? { ...first, isNumber: false } : first;
  return `${expressionOf(list, field, name, value)} ${operator.toUpperCase()} ${bound(list, field, value)}`;
}

/** The database takes it for rare that nothing is looked up, and would sort a whole model for the few; it is not of metrics. */
function missing({ type }: ListField, expression: string): string {
  return type === 'metrics' ? `num_nulls(${expression}) > 0` : `${expression} IS NULL`;
}

/** Numbers and texts of a JSON value are compared apart. */
function membership(list: ListUnderWay, field: ListField, name: FieldName, values: readonly Literal[]): string {
  const isApart = field.type === 'params';
  const kinds = isApart ? [values.filter(isNumber), values.filter((value) => !isNumber(value))] : [values];
  const parts = kinds
    .filter((kind) => kind.length > 0)
    .map((kind) => {
      const expression = expressionOf(list, field, name, kind[0]);
      return `${expression} IN (${kind.map((value) => bound(list, field, value)).join(', ')})`;
    });
  return parts.length === 1 ? parts[0]! : `(${parts.join(' OR ')})`;
}

function isNumber(value: Literal): boolean {
  return value.isNumber;
}

/** What a value is compared with in a row. */
function expressionOf(list: ListUnderWay, field: ListField, name: FieldName, value?: Literal): string {
  if (field.type === 'metrics') return list.metricOf(field, name);
  if (field.type === 'tags') return `(${field.column} ->> ${list.bind(name.key)})`;
  if (field.type !== 'params') return field.column;
  const key = list.bind(name.key);
  return value?.isNumber ? jsonNumber(field.column, key) : jsonText(field.column, key);
}

/** SQL of a JSON value as text: a text as it is, all else as JSON writes it; null where it is missing, or null. */
export function jsonText(column: string, key: string): string {
  return `(${column} ->> ${key}::text)`;
}

/** SQL of a JSON value as a number, null where it is not one; every row is asked, so the cast comes after the check. */
export function jsonNumber(column: string, key: string): string {
  return `(CASE WHEN jsonb_typeof(${column} -> ${key}::text) = 'number' THEN (${column} ->> ${key}::text)::numeric END)`;
}

function bound({ bind }: ListUnderWay, { type }: ListField, { text, isNumber }: Literal): string {
  if (type === 'params' && isNumber) return `${bind(text)}::numeric`;
  return `${bind(toBound(type, text))}::${sqlTypeOf(type)}`;
}
