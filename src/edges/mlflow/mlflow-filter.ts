import { type Comparison, type FilterNode, type FilterOperator } from '../../platform/lists/filter.js';
import { writeFilter } from '../../platform/lists/write-filter.js';
import { STAGES } from '../../values/stage.js';
import { type Searched, type SearchField } from './search-fields.js';
import { invalidParameter } from './mlflow-refusal.js';
import { isOwnTag } from './names.js';

/** A filter in the grammar of our lists, and what is asked for besides: an alias, and the one model that all must belong to. */
export interface TranslatedFilter {
  filter: string | undefined;
  alias: string | undefined;
  model: string | undefined;
}

/** One condition as MLflow writes it: no OR, no NOT before it, no parentheses. */
interface Condition {
  /** `tags`, `attribute` or nothing. */
  prefix: string | undefined;
  name: string;
  isQuotedName: boolean;
  operator: FilterOperator;
  values: readonly { text: string; isQuoted: boolean }[];
}

const LONGEST_FILTER = 20_000;
/** Comparisons that hold of a missing value in our lists. */
const NEGATIVE: readonly FilterOperator[] = ['!=', 'not in'];
const NAME = /(?:(?<prefix>[A-Za-z]+)\s*\.\s*)?(?:`(?<ticked>[^`]+)`|"(?<quoted>[^"]+)"|(?<bare>[A-Za-z_][\w.:/-]*))/;
const OPERATOR = /(?<operator>!=|<=|>=|=|<|>|(?:NOT\s+)?IN\b|I?LIKE\b)/;
const VALUE = /'[^']*'|"[^"]*"|[+-]?\d+(?:\.\d+)?/;
/** No two runs of blanks stand beside each other, so that there is one way to read each: a search takes no longer than its text. */
const LIST = String.raw`\(\s*(?:(?:${VALUE.source})(?:\s*,\s*(?:${VALUE.source}))*\s*(?:,\s*)?)?\)`;
const CONDITION = new RegExp(
  String.raw`\s*${NAME.source}\s*${OPERATOR.source}\s*(?<value>${VALUE.source}|${LIST})`,
  'iy',
);
const AND = /\s+AND(?=\s)|\s*$/iy;

/** Translates a filter of MLflow's. @throws {MlflowRefusal} 400 for what MLflow would not understand either */
export function translateFilter(text: string | undefined, searched: Searched): TranslatedFilter {
  if (text === undefined || text === '') return { filter: undefined, alias: undefined, model: undefined };
  const conditions = parse(text);
  const aliases = conditions.filter(isAlias);
  const others = conditions.filter((condition) => !aliases.includes(condition));
  const terms = others.flatMap((one) => translate(one, searched));
  if (aliases.length > 1 || aliases.some(({ operator, values }) => operator !== '=' || !values[0]!.isQuoted))
    throw invalidClause(text, "an alias is asked for once, by alias = 'name'");
  const model = terms.find(isOneModel);
  const rest = terms.filter((term) => term !== model);
  const filter = rest.length === 0 ? undefined : writeFilter({ kind: 'and', terms: rest });
  return { filter, alias: aliases[0]?.values[0]?.text, model: model?.values[0]?.text };
}

function isAlias({ prefix, name, isQuotedName }: Condition): boolean {
  return name === 'alias' && (prefix === 'attribute' || (prefix === undefined && !isQuotedName));
}

function isOneModel(term: FilterNode): term is Comparison {
  return term.kind === 'comparison' && term.field.name === 'name' && term.field.key === null && term.operator === '=';
}

function parse(text: string): Condition[] {
  if (text.length > LONGEST_FILTER) throw invalidParameter(`A filter has at most ${LONGEST_FILTER} characters.`);
  const conditions: Condition[] = [];
  for (let at = 0; at < text.length || conditions.length === 0;) {
    CONDITION.lastIndex = at;
    const match = CONDITION.exec(text);
    if (!match) throw invalidClause(text, `what begins at position ${at + 1} is no comparison`);
    conditions.push(conditionOf(match.groups!));
    AND.lastIndex = CONDITION.lastIndex;
    if (!AND.test(text)) throw invalidClause(text, `AND is expected at position ${CONDITION.lastIndex + 1}`);
    at = AND.lastIndex;
    if (at >= text.length && /\sAND\s*$/i.test(text.slice(CONDITION.lastIndex)))
      throw invalidClause(text, 'it ends with AND');
  }
  return conditions;
}

function conditionOf({ prefix, ticked, quoted, bare, operator, value }: Record<string, string | undefined>): Condition {
  const values = [...value!.matchAll(new RegExp(VALUE.source, 'g'))].map(([literal]) => ({
    text: /^['"]/.test(literal) ? literal.slice(1, -1) : literal,
    isQuoted: /^['"]/.test(literal),
  }));
  const isList = value!.startsWith('(');
  const read = operator!.toLowerCase().replace(/\s+/g, ' ') as FilterOperator;
  if (isList !== read.endsWith('in') || values.length === 0)
    throw invalidParameter(
      `Invalid clause(s) in filter string: ${read} takes ${isList ? 'one value' : "a list such as ('a', 'b')"}.`,
    );
  const kind = prefix === 'tag' ? 'tags' : prefix;
  return { prefix: kind, name: (ticked ?? quoted ?? bare)!, isQuotedName: bare === undefined, operator: read, values };
}

function translate(condition: Condition, searched: Searched): FilterNode[] {
  const { prefix, name, operator, values } = condition;
  if (prefix === 'tags') return translateTag(condition);
  const field = prefix === undefined || prefix === 'attribute' ? searched.fields[name] : undefined;
  if (!field || (condition.isQuotedName && prefix === undefined) || !Object.hasOwn(searched.fields, name))
    throw invalidParameter(
      `Invalid attribute key '${prefix ? `${prefix}.` : ''}${name}' specified. Valid keys are ${Object.keys(searched.fields).join(', ')}, and tags.`,
    );
  if (!field.operators.includes(operator))
    throw invalidParameter(`Invalid comparator '${operator}' for '${name}'; valid are ${field.operators.join(', ')}.`);
  const texts = values.map((value) => valueOf(field, name, value));
  const said = comparison({ name: field.name, key: null }, operator, texts);
  return field.isShownEmpty ? withEmpty(said, texts) : [said];
}

/** Makes a comparison hold of a missing value where it holds of an empty text, and nowhere else. */
function withEmpty(said: Comparison, texts: readonly string[]): FilterNode[] {
  const holdsOfMissing = NEGATIVE.includes(said.operator);
  const holdsOfEmpty = said.operator.endsWith('like') ? /^%*$/.test(texts[0]!) : texts.includes('') !== holdsOfMissing;
  if (holdsOfEmpty === holdsOfMissing) return [said];
  const missing: Comparison = { ...said, operator: holdsOfEmpty ? 'is null' : 'is not null', values: [] };
  return holdsOfEmpty ? [{ kind: 'or', terms: [said, missing] }] : [said, missing];
}

function valueOf(field: SearchField, name: string, { text, isQuoted }: Condition['values'][number]): string {
  if (field.kind === 'text' || field.kind === 'stage') {
    if (!isQuoted) throw invalidParameter(`Expected a quoted string value for '${name}', got ${text}.`);
    const stage = STAGES.find((known) => known.toLowerCase() === text.toLowerCase());
    return field.kind === 'stage' ? (stage ?? text) : text;
  }
  if (!/^[+-]?\d{1,15}$/.test(text) || (field.kind === 'integer' && Number(text) > 999_999_999))
    throw invalidParameter(`'${name}' is compared with a whole number, not with '${text}'.`);
  return field.kind === 'milliseconds' ? momentOf(Number(text), name) : text;
}

/** Milliseconds since the epoch as our lists write times. */
function momentOf(milliseconds: number, name: string): string {
  const time = new Date(milliseconds);
  if (milliseconds >= 0 && time.getUTCFullYear() < 10_000) return time.toISOString();
  throw invalidParameter(`'${name}' is compared with milliseconds since 1970, not with ${milliseconds}.`);
}

const TAG_OPERATORS: readonly FilterOperator[] = ['=', '!=', 'like', 'ilike'];

/**
 * To MLflow != holds of items that have the tag alone. Its client asks for all that is no prompt in every search of models,
 * and there what has no such tag is meant, too.
 */
function translateTag({ name, operator, values }: Condition): FilterNode[] {
  if (!TAG_OPERATORS.includes(operator))
    throw invalidParameter(`Invalid comparator '${operator}' for a tag; valid are ${TAG_OPERATORS.join(', ')}.`);
  if (isOwnTag(name)) throw invalidParameter(`The tag ${name} is told of a version and not searched by.`);
  if (!values[0]!.isQuoted) throw invalidParameter(`Expected a quoted string value for tag ${name}.`);
  const field = { name: 'tags', key: name };
  const { text } = values[0]!;
  const isPrompt = name === 'mlflow.prompt.is_prompt';
  if (isPrompt && operator === '!=' && text === 'false') return [comparison(field, '=', ['true'])];
  const said = comparison(field, operator, [text]);
  return operator === '!=' && !isPrompt ? [said, comparison(field, 'is not null', [])] : [said];
}

function comparison(
  field: { name: string; key: string | null },
  operator: FilterOperator,
  texts: string[],
): Comparison {
  const values = texts.map((text) => ({ text, isNumber: false, at: 0 }));
  return { kind: 'comparison', field: { ...field, on: [], at: 0 }, operator, values };
}

function invalidClause(text: string, why: string) {
  return invalidParameter(`Invalid clause(s) in filter string: '${text.slice(0, 200)}': ${why}.`);
}
