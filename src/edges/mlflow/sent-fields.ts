import { invalidParameter, missingParameter } from './mlflow-refusal.js';

type Sent = Readonly<Record<string, unknown>>;

/**
 * The fields of a request as MLflow reads them: unknown ones are ignored, null is absent, an empty text is missing where one
 * is required, and optional fields of a body may be written in camelCase.
 */
export class SentFields {
  constructor(
    private readonly sent: Sent,
    private readonly isQuery: boolean,
  ) {}

  /** A text that has to be there, by this spelling alone. @throws {MlflowRefusal} 400 when it is missing, blank or no text */
  required(name: string): string {
    this.valueOf(name);
    const value = this.textOf(name, this.sent[name]);
    if (value === undefined || value.trim() === '') throw missingParameter(name);
    return value;
  }

  /** A text that may be left out, of at most so many characters. @throws {MlflowRefusal} 400 when it is no text or too long */
  optional(name: string, longest = 20_000): string | undefined {
    const value = this.textOf(name, this.valueOf(name));
    if (value !== undefined && [...value].length > longest)
      throw invalidParameter(`'${name}' exceeds the maximum length of ${longest} characters.`);
    return value;
  }

  texts(name: string): string[] {
    const value = this.valueOf(name);
    if (value === undefined) return [];
    const list = this.isQuery && !Array.isArray(value) ? [value] : value;
    if (!Array.isArray(list)) throw invalidParameter(`Invalid value for parameter '${name}': it must be a list.`);
    return list.map((item) => this.textOf(name, item) ?? '');
  }

  /** A whole number. @throws {MlflowRefusal} 400 when it is not one, or out of range */
  count(name: string, { fallback, most }: { fallback: number; most: number }): number {
    const value = this.valueOf(name);
    if (value === undefined) return fallback;
    const number =
      typeof value === 'number' ? value : /^-?\d{1,12}$/.test(this.textOf(name, value)!) ? Number(value) : NaN;
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    throw invalidParameter(`Invalid value for parameter '${name}': it must be a whole number from 1 to ${most}.`);
  }

  flag(name: string): boolean {
    const value = this.valueOf(name) ?? false;
    if (typeof value === 'boolean') return value;
    throw invalidParameter(`Invalid value for parameter '${name}': it must be true or false.`);
  }

  /** A list of `{key, value}`; of a key named twice the last counts. */
  pairs(name: string): [string, string][] {
    const value = this.valueOf(name) ?? [];
    if (!Array.isArray(value)) throw invalidParameter(`Invalid value for parameter '${name}': it must be a list.`);
    return value.map((item: unknown) => {
      if (typeof item !== 'object' || item === null || Array.isArray(item))
        throw invalidParameter(`Invalid value for parameter '${name}': its items are objects with key and value.`);
      const pair = new SentFields(item as Sent, false);
      return [pair.required('key'), pair.optional('value') ?? ''];
    });
  }

  private valueOf(name: string): unknown {
    const value = this.sent[name] ?? undefined;
    const camelName = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (this.isQuery || camelName === name) return value;
    const camel = Object.hasOwn(this.sent, camelName) ? (this.sent[camelName] ?? undefined) : undefined;
    if (camel !== undefined && value !== undefined)
      throw invalidParameter(`'${name}' is given twice, also as '${camelName}'.`);
    return value ?? camel;
  }

  private textOf(name: string, value: unknown): string | undefined {
    if (value === undefined || value === null) return undefined;
    const text: unknown = this.isQuery && Array.isArray(value) ? value[0] : value;
    if (typeof text !== 'string')
      throw invalidParameter(`Invalid value ${JSON.stringify(text)} for parameter '${name}': it must be a text.`);
    if (text.includes('\0')) throw invalidParameter(`'${name}' must not hold the character U+0000.`);
    return text;
  }
}
