import { ListFault } from './list-fault.js';
import { type FieldName, type Token, TokenReader } from './tokens.js';

/** What a field is compared with. */
export interface Literal {
  text: string;
  /** A number without quotes, which a JSON value is compared with as a number. */
  isNumber: boolean;
  /** Where it stands in the filter, from 0 on. */
  at: number;
}

/** One comparison: `owner = 'risk'`, `metrics.auc between 0.8 and 0.9`, `runId is null`, which has no values. */
export interface Comparison {
  kind: 'comparison';
  field: FieldName;
  operator: FilterOperator;
  values: readonly Literal[];
}

/** A filter as a tree. */
export type FilterNode =
  Comparison | { kind: 'and' | 'or'; terms: readonly FilterNode[] } | { kind: 'not'; term: FilterNode };

/** Comparisons that hold of no missing value, but for `is null`. */
export const POSITIVE_OPERATORS = ['=', '>=', '<=', '>', '<', 'like', 'ilike', 'in', 'between', 'is null'] as const;

export type PositiveOperator = (typeof POSITIVE_OPERATORS)[number];

/** Comparisons that hold exactly where another does not. */
export const NEGATIONS = {
  '!=': '=',
  'not like': 'like',
  'not ilike': 'ilike',
  'not in': 'in',
  'not between': 'between',
  'is not null': 'is null',
} as const satisfies Record<string, PositiveOperator>;

export type FilterOperator = PositiveOperator | keyof typeof NEGATIONS;

export type ParsedFilter = { ok: true; filter: FilterNode } | { ok: false; fault: ListFault };

/** How many comparisons a filter may have. */
export const MOST_COMPARISONS = 50;
/** How many values its comparisons may have together. */
export const MOST_VALUES = 200;
/** How deep parentheses and NOT may be nested. */
export const DEEPEST_NESTING = 16;

const SYMBOLS = ['=', '!=', '>=', '<=', '>', '<'] as const;
const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'like', 'ilike', 'between', 'is', 'null']);
const OPERATORS = [...SYMBOLS, 'like', 'ilike', 'in', 'between', 'is'].join(' ');

/**
 * Reads a filter, the one grammar of all lists (docs/searching.md): comparisons under AND, OR, NOT and parentheses, of
 * which NOT binds closest and OR least. Total; a fault names its position.
 */
export function parseFilter(filter: string): ParsedFilter {
  try {
    return { ok: true, filter: new FilterReader(new TokenReader(filter, 'filter')).whole() };
  } catch (fault) {
    if (fault instanceof ListFault) return { ok: false, fault };
    throw fault;
  }
}

class FilterReader {
  private comparisons = 0;
  private values = 0;
  private depth = 0;

  constructor(private readonly tokens: TokenReader) {}

  whole(): FilterNode {
    const filter = this.alternatives();
    if (!this.tokens.isAtEnd) this.tokens.take(() => false, `'and' or 'or'`);
    return filter;
  }

  private alternatives(): FilterNode {
    return this.joined('or', () => this.joined('and', () => this.factor()));
  }

  private joined(kind: 'and' | 'or', part: () => FilterNode): FilterNode {
    const first = part();
    const terms = [first];
    while (this.tokens.takesWord(kind)) terms.push(part());
    return terms.length === 1 ? first : { kind, terms };
  }

  private factor(): FilterNode {
    const { position } = this.tokens;
    if (this.tokens.takesWord('not')) return { kind: 'not', term: this.nested(position, () => this.factor()) };
    if (!this.tokens.takesSymbol('(')) return this.comparison();
    const filter = this.nested(position, () => this.alternatives());
    this.closing();
    return filter;
  }

  private nested(position: number, inner: () => FilterNode): FilterNode {
    this.depth += 1;
    if (this.depth > DEEPEST_NESTING) {
      throw new ListFault(`Parentheses and NOT may be nested ${DEEPEST_NESTING} deep, and are more so.`, position);
    }
    const node = inner();
    this.depth -= 1;
    return node;
  }

  private comparison(): Comparison {
    const field = this.tokens.fieldName();
    this.comparisons += 1;
    if (this.comparisons > MOST_COMPARISONS) {
      throw new ListFault(`A filter may have ${MOST_COMPARISONS} comparisons, and this one has more.`, field.at);
    }
    const operator = this.operator();
    return { kind: 'comparison', field, operator, values: this.valuesOf(operator) };
  }

  private operator(): FilterOperator {
    if (this.tokens.takesWord('is')) return this.nullness();
    if (this.tokens.takesWord('not')) {
      const one = this.tokens.take(isWordOf('in', 'like', 'ilike', 'between'), 'one of in like ilike between');
      return `not ${one.text.toLowerCase() as 'in' | 'like' | 'ilike' | 'between'}`;
    }
    const isOperator = (token: Token): boolean =>
      (token.kind === 'symbol' && SYMBOLS.some((symbol) => symbol === token.text)) ||
      isWordOf('like', 'ilike', 'in', 'between')(token);
    return this.tokens.take(isOperator, `one of ${OPERATORS}`).text.toLowerCase() as FilterOperator;
  }

  private nullness(): 'is null' | 'is not null' {
    const isNegated = this.tokens.takesWord('not');
    this.tokens.take(isWordOf('null'), isNegated ? `'null'` : `'null' or 'not null'`);
    return isNegated ? 'is not null' : 'is null';
  }

  private valuesOf(operator: FilterOperator): Literal[] {
    if (operator.endsWith('null')) return [];
    if (operator.endsWith('in')) return this.list(operator);
    const first = this.value(operator);
    if (!operator.endsWith('between')) return [first];
    this.tokens.take(isWordOf('and'), `'and'`);
    return [first, this.value(operator)];
  }

  private list(operator: FilterOperator): Literal[] {
    this.tokens.take(({ kind, text }) => kind === 'symbol' && text === '(', `'('`);
    const values = [this.value(operator)];
    while (this.tokens.takesSymbol(',')) values.push(this.value(operator));
    this.closing();
    return values;
  }

  private closing(): void {
    this.tokens.take(({ kind, text }) => kind === 'symbol' && text === ')', `')'`);
  }

  private value(operator: FilterOperator): Literal {
    const { kind, text, at } = this.tokens.take(isValue, `a value such as 'text' or 3`);
    if (kind === 'word' && text.toLowerCase() === 'null') {
      const instead = operator in NEGATIONS ? 'is not null' : 'is null';
      throw new ListFault(`Nothing is compared with null; write ${instead} at position ${at + 1} of the filter.`, at);
    }
    this.values += 1;
    if (this.values > MOST_VALUES) {
      throw new ListFault(`A filter may have ${MOST_VALUES} values, and this one has more.`, at);
    }
    return { text, isNumber: kind === 'number', at };
  }
}

function isWordOf(...words: string[]): (token: Token) => boolean {
  return ({ kind, text }) => kind === 'word' && words.includes(text.toLowerCase());
}

/** A keyword is a value in quotes alone; null is let through, to be told what to write in its place. */
function isValue({ kind, text }: Token): boolean {
  const word = text.toLowerCase();
  return kind === 'text' || kind === 'number' || (kind === 'word' && (word === 'null' || !KEYWORDS.has(word)));
}
