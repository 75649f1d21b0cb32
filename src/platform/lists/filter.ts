/** One comparison of a filter: `owner = 'anna'`, `tags.team in ('risk', 'fraud')`. */
export interface FilterClause {
  field: string;
  /** The tag's key when the field is `tags`. */
  key: string | null;
  operator: FilterOperator;
  values: string[];
}

export const FILTER_OPERATORS = ['=', '!=', '>=', '<=', '>', '<', 'like', 'ilike', 'in'] as const;

export type FilterOperator = (typeof FILTER_OPERATORS)[number];

export type ParsedFilter = { ok: true; clauses: FilterClause[] } | { ok: false; detail: string };

const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|"((?:[^"]|"")*)"|(>=|<=|!=|=|>|<|\(|\)|,|\.)|([A-Za-z_][A-Za-z0-9_:-]*|[-+]?[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9_])))/y;

interface Token {
  kind: 'text' | 'symbol' | 'word';
  text: string;
  at: number;
}

class FilterFault extends Error {}

/** Reads `clause and clause …`, where a clause is `field operator value`; total, a fault names its position. */
export function parseFilter(filter: string): ParsedFilter {
  try {
    return { ok: true, clauses: new Reader(tokenize(filter)).clauses() };
  } catch (fault) {
    if (fault instanceof FilterFault) return { ok: false, detail: fault.message };
    throw fault;
  }
}

function tokenize(filter: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let rest = filter.trimStart(); rest !== ''; rest = filter.slice(TOKEN.lastIndex).trimStart()) {
    const at = filter.length - rest.length;
    const match = TOKEN.exec(filter);
    if (!match) throw new FilterFault(`Unexpected character at position ${at + 1} of the filter.`);
    const [, single, double, symbol, word] = match;
    if (single !== undefined) tokens.push({ kind: 'text', text: single.replaceAll("''", "'"), at });
    else if (double !== undefined) tokens.push({ kind: 'text', text: double.replaceAll('""', '"'), at });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, at });
    else tokens.push({ kind: 'word', text: word!, at });
  }
  return tokens;
}

class Reader {
  private next = 0;

  constructor(private readonly tokens: Token[]) {}

  clauses(): FilterClause[] {
    const clauses = [this.clause()];
    while (this.next < this.tokens.length) {
      this.expect((token) => token.kind === 'word' && token.text.toLowerCase() === 'and', "'and'");
      clauses.push(this.clause());
    }
    return clauses;
  }

  private clause(): FilterClause {
    const field = this.expect((token) => token.kind === 'word', 'a field name').text;
    const key = this.takeSymbol('.') ? this.expect((token) => token.kind !== 'symbol', 'a tag key').text : null;
    const operator = this.operator();
    return { field, key, operator, values: operator === 'in' ? this.list() : [this.value()] };
  }

  private operator(): FilterOperator {
    const isOperator = (token: Token): boolean => FILTER_OPERATORS.includes(token.text.toLowerCase() as FilterOperator);
    return this.expect(
      (token) => token.kind !== 'text' && isOperator(token),
      `one of ${FILTER_OPERATORS.join(' ')}`,
    ).text.toLowerCase() as FilterOperator;
  }

  private list(): string[] {
    this.expect((token) => token.text === '(' && token.kind === 'symbol', "'('");
    const values = [this.value()];
    while (this.takeSymbol(',')) values.push(this.value());
    this.expect((token) => token.text === ')' && token.kind === 'symbol', "')'");
    return values;
  }

  private value(): string {
    return this.expect((token) => token.kind !== 'symbol', "a value such as 'text' or 3").text;
  }

  private takeSymbol(text: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== 'symbol' || token.text !== text) return false;
    this.next += 1;
    return true;
  }

  private expect(accepts: (token: Token) => boolean, what: string): Token {
    const token = this.tokens[this.next];
    if (!token) throw new FilterFault(`The filter ends where ${what} is expected.`);
    if (!accepts(token))
      throw new FilterFault(`Expected ${what} at position ${token.at + 1} of the filter, found '${token.text}'.`);
    this.next += 1;
    return token;
  }
}
