import { type ProblemError } from '../http/problem.js';
import { parseFilter } from './filter.js';
import { conditionsOf } from './filter-conditions.js';
import { type Bind, type ListField, type ListSpec, type ListUnderWay } from './list-field.js';
import { ListFault } from './list-fault.js';
import { afterPlace, isPlaceOf, type Place, type SortKey, sortKeys } from './list-order.js';
import { type FieldName } from './tokens.js';

export interface ListSelection {
  filter?: string;
  sort?: string;
  /** Sort values of the last row of the page before. */
  after?: Place;
}

/** Parts of a SELECT; the parameters continue those given. */
export interface CompiledList {
  /** Joins that find what conditions and order ask of other tables, at most one row for each row of the list. */
  joins: string;
  conditions: string[];
  parameters: unknown[];
  orderBy: string;
  /** SQL text[] of the row's sort values, to be bound into the next cursor. */
  position: string;
}

export type CompileResult =
  | { ok: true; list: CompiledList }
  /** `detail` says what is wrong, `error` also where. */
  | { ok: false; detail: string; error: ProblemError };

/** How many metrics filter and order may name together; each is looked up in every row. */
export const MOST_METRICS = 10;

/** Turns filter, sort and position of a list into SQL with parameters; nothing of the caller's text becomes SQL. */
export function compileList(spec: ListSpec, query: ListSelection, parameters: readonly unknown[]): CompileResult {
  const compiler = new Compiler(spec, [...parameters]);
  const { filter, sort = spec.defaultSort, after } = query;
  const filtered = attempt('/filter', () => (filter === undefined ? [] : compiler.conditions(filter)));
  if (!filtered.ok) return filtered;
  const ordered = attempt('/sort', () => sortKeys(compiler, sort));
  if (!ordered.ok) return ordered;
  const [conditions, keys] = [filtered.value, ordered.value];
  if (after) {
    const detail = 'The cursor belongs to another order.';
    if (!isPlaceOf(keys, after)) return { ok: false, detail, error: { pointer: '/cursor', in: 'query', detail } };
    conditions.push(afterPlace(keys, after, compiler.bind));
  }
  return { ok: true, list: { ...compiler.parts(), conditions, orderBy: orderOf(keys), position: positionOf(keys) } };
}

type Attempt<Value> = { ok: true; value: Value } | Extract<CompileResult, { ok: false }>;

/** Does what may find a fault in a parameter of the query; the fault says where in its text. */
function attempt<Value>(pointer: '/filter' | '/sort', work: () => Value): Attempt<Value> {
  try {
    return { ok: true, value: work() };
  } catch (fault) {
    if (!(fault instanceof ListFault)) throw fault;
    const { detail, at } = fault;
    const where = detail.includes(' position ') ? '' : ` See position ${at + 1} of the ${pointer.slice(1)}.`;
    return { ok: false, detail, error: { pointer, in: 'query', detail: `${detail}${where}` } };
  }
}

/** Collects what filter and order bring about: the parameters so far, and the metrics that were asked for. */
class Compiler implements ListUnderWay {
  /** The joins by the metric that each looks up. */
  private readonly lookUps = new Map<string, string>();

  constructor(
    readonly spec: ListSpec,
    private readonly parameters: unknown[],
  ) {}

  readonly bind: Bind = (value) => {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  };

  readonly metricOf = (field: ListField, { name, key, on, at }: FieldName): string => {
    const asked = JSON.stringify([name, key, ...on]);
    const index = [...this.lookUps.keys()].indexOf(asked);
    if (index >= 0) return `metric_${index}.value`;
    const alias = `metric_${this.lookUps.size}`;
    if (this.lookUps.size >= MOST_METRICS) {
      throw new ListFault(`Filter and order may name ${MOST_METRICS} metrics together, and name more.`, at);
    }
    const found = field.lookUp!({ name: key!, on }, this.bind);
    this.lookUps.set(asked, `LEFT JOIN LATERAL (${found}) ${alias} ON true`);
    return `${alias}.value`;
  };

  conditions(filter: string): string[] {
    const parsed = parseFilter(filter);
    if (!parsed.ok) throw parsed.fault;
    return conditionsOf(this, parsed.filter);
  }

  parts(): Pick<CompiledList, 'joins' | 'parameters'> {
    return { joins: [...this.lookUps.values()].join(' '), parameters: this.parameters };
  }
}

function orderOf(keys: readonly SortKey[]): string {
  const one = ({ column, descending, isNullable }: SortKey): string =>
    `${column} ${descending ? 'DESC' : 'ASC'}${isNullable ? ' NULLS LAST' : ''}`;
  return keys.map(one).join(', ');
}

function positionOf(keys: readonly SortKey[]): string {
  return `ARRAY[${keys.map(({ column }) => `${column}::text`).join(', ')}]`;
}
