import { ListFault } from './list-fault.js';

/** A piece of a filter or an order. */
export interface Token {
  /** `name` is what stands behind a dot or an @ without quotes, or anywhere in backticks. */
  kind: 'text' | 'symbol' | 'word' | 'number' | 'name';
  text: string;
  /** Where it begins, from 0 on. */
  at: number;
}

/** A field of a list as a caller writes it: `stage`, `tags.team`, `metrics."f1-score"@adult-test@2026-01`. */
export interface FieldName {
  name: string;
  /** What stands behind the dot: the key of a tag or parameter, the name of a metric. */
  key: string | null;
  /** What stands behind each @: the dataset that a metric was measured on, and its version. */
  on: readonly string[];
  at: number;
}

const TOKEN =
  /'((?:[^']|'')*)'|"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|([-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![A-Za-z0-9_]))|([A-Za-z_][A-Za-z0-9_:-]*)|(>=|<=|!=|[=<>(),.@+-])/y;
/** Behind a dot or an @ a name may begin with a digit, as dates and hashes do. */
const NAME = /[A-Za-z0-9_][A-Za-z0-9_:-]*/y;

function tokenize(text: string, what: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, at)) {
    const { token, end } = tokenAt(text, at, what);
    tokens.push(token);
    at = end;
  }
  return tokens;
}

function tokenAt(text: string, at: number, what: string): { token: Token; end: number } {
  if (at > 0 && (text[at - 1] === '.' || text[at - 1] === '@')) {
    NAME.lastIndex = at;
    const [name] = NAME.exec(text) ?? [];
    if (name !== undefined) return { token: { kind: 'name', text: name, at }, end: NAME.lastIndex };
  }
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(text);
  if (!match) throw new ListFault(`Unexpected character at position ${at + 1} of the ${what}.`, at);
  return { token: { ...contentOf(match), at }, end: TOKEN.lastIndex };
}

function contentOf([whole, single, double, back, number, word]: RegExpExecArray): Pick<Token, 'kind' | 'text'> {
  if (single !== undefined) return { kind: 'text', text: single.replaceAll("''", "'") };
  if (double !== undefined) return { kind: 'text', text: double.replaceAll('""', '"') };
  if (back !== undefined) return { kind: 'name', text: back.replaceAll('``', '`') };
  if (number !== undefined) return { kind: 'number', text: number };
  return { kind: word === undefined ? 'symbol' : 'word', text: whole };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at += 1;
  return at;
}

/** Goes through the tokens of a filter or an order; what is not as expected is a fault at its position. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private next = 0;

  /** `what` names the text in the message of a fault. */
  constructor(
    private readonly text: string,
    private readonly what: string,
  ) {
    this.tokens = tokenize(text, what);
  }

  get isAtEnd(): boolean {
    return this.next >= this.tokens.length;
  }

  /** Where the next token begins, or the text ends. */
  get position(): number {
    return this.tokens[this.next]?.at ?? this.text.length;
  }

  /** Whether a symbol comes next, which is then passed. */
  takesSymbol(symbol: string): boolean {
    return this.takes('symbol', symbol);
  }

  /** Whether a word comes next, in whatever case, which is then passed. */
  takesWord(word: string): boolean {
    return this.takes('word', word);
  }

  /** Passes the next token if it is fit, and otherwise says that `expected` is. */
  take(isFit: (token: Token) => boolean, expected: string): Token {
    const token = this.tokens[this.next];
    if (!token) throw new ListFault(`The ${this.what} ends where ${expected} is expected.`, this.position);
    if (!isFit(token)) {
      const place = `at position ${token.at + 1} of the ${this.what}`;
      throw new ListFault(`Expected ${expected} ${place}, found '${token.text}'.`, token.at);
    }
    this.next += 1;
    return token;
  }

  fieldName(): FieldName {
    const { text: name, at } = this.take(({ kind }) => kind === 'word', 'a field name');
    const key = this.takesSymbol('.') ? this.partOfName('a tag key, or the name of a parameter or metric') : null;
    const on: string[] = [];
    while (this.takesSymbol('@')) on.push(this.partOfName('the name of a dataset, or its version'));
    const { position } = this;
    if (this.takesSymbol('.')) {
      const detail = `A name that holds a dot stands in quotes, unlike at position ${position + 1} of the ${this.what}.`;
      throw new ListFault(detail, position);
    }
    return { name, key, on, at };
  }

  private partOfName(expected: string): string {
    return this.take(({ kind }) => kind !== 'symbol', expected).text;
  }

  private takes(kind: Token['kind'], text: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== kind || token.text.toLowerCase() !== text) return false;
    this.next += 1;
    return true;
  }
}
