import { type FilterOperator } from '../../platform/lists/filter.js';
import { invalidParameter } from './mlflow-refusal.js';

/** What a name in a filter of MLflow's means here. */
export interface SearchField {
  /** The name of the field in our lists. */
  name: string;
  kind: 'text' | 'stage' | 'integer' | 'milliseconds';
  operators: readonly FilterOperator[];
  /** Whether a row without a value is shown with an empty text, and found by it. */
  isShownEmpty?: boolean;
}

/** What a search of MLflow's can be asked; what MLflow itself does not offer is marked by `besides`. */
export interface Searched {
  fields: Readonly<Record<string, SearchField>>;
  /** Keys of an order, each with the field of ours that it means. */
  orders: Readonly<Record<string, string>>;
  /** Whether keys of an order may be called `attribute.name`. */
  takesPrefix: boolean;
  /** Fields that make an order total, in this direction. */
  tieBreakers: readonly string[];
}

const NUMBERS: readonly FilterOperator[] = ['=', '!=', '>', '>=', '<', '<='];
const TEXTS: readonly FilterOperator[] = ['=', '!=', 'like', 'ilike'];
const LISTED: readonly FilterOperator[] = [...TEXTS, 'in', 'not in'];
const KNOWN: readonly FilterOperator[] = ['=', '!=', 'in', 'not in'];

const text = (name: string, operators = TEXTS): SearchField => ({ name, kind: 'text', operators });
const time = (name: string): SearchField => ({ name, kind: 'milliseconds', operators: NUMBERS });
const TIMES = { creation_timestamp: time('createdAt'), last_updated_timestamp: time('updatedAt') };

export const SEARCHED_MODELS: Searched = {
  fields: { name: text('name', LISTED), user_id: text('createdBy'), ...TIMES },
  orders: { name: 'name', timestamp: 'updatedAt', last_updated_timestamp: 'updatedAt' },
  takesPrefix: false,
  tieBreakers: ['name'],
};

export const SEARCHED_VERSIONS: Searched = {
  fields: {
    name: text('name', LISTED),
    run_id: { ...text('runId', LISTED), isShownEmpty: true },
    source_path: text('source'),
    version_number: { name: 'version', kind: 'integer', operators: NUMBERS },
    current_stage: { name: 'stage', kind: 'stage', operators: KNOWN },
    status: text('status', KNOWN),
    user_id: text('createdBy'),
    model_id: text('loggedModelId', KNOWN),
    ...TIMES,
  },
  orders: {
    name: 'name',
    version_number: 'version',
    creation_timestamp: 'createdAt',
    last_updated_timestamp: 'updatedAt',
  },
  takesPrefix: true,
  tieBreakers: ['name', '-version'],
};

const CLAUSE = /^\s*(?:(attribute)\.)?(?:(\w+)|`(\w+)`)(?:\s+(ASC|DESC))?\s*$/i;

/** An order of MLflow's as a `sort` of our lists, or undefined where none is asked for. @throws {MlflowRefusal} 400 for a key that is unknown or named twice */
export function translateOrder(clauses: readonly string[], searched: Searched): string | undefined {
  if (clauses.length === 0) return undefined;
  const keys = clauses.map((clause) => keyOf(clause, searched));
  const named = keys.map(fieldNameOf);
  if (new Set(named).size < named.length) throw invalidParameter('order_by names a field twice.');
  return [...keys, ...searched.tieBreakers.filter((key) => !named.includes(fieldNameOf(key)))].join(',');
}

function keyOf(clause: string, { orders, takesPrefix }: Searched): string {
  const [, prefix, bare, ticked, direction] = CLAUSE.exec(clause) ?? [];
  const name = bare ?? ticked;
  const isAllowed = takesPrefix ? ticked === undefined : prefix === undefined;
  if (name === undefined || !isAllowed || !Object.hasOwn(orders, name))
    throw invalidParameter(`Invalid order_by clause '${clause}'. Valid keys are ${Object.keys(orders).join(', ')}.`);
  return `${direction?.toUpperCase() === 'DESC' ? '-' : ''}${orders[name]}`;
}

function fieldNameOf(key: string): string {
  return key.replace('-', '');
}
