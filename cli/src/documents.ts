import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Failure } from './failure.js';

const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'that is not permitted',
};

/** Reads a file, or standard input for `-`. */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure('UNREADABLE_FILE', `${file} cannot be read: ${WHY_NOT[code ?? ''] ?? message}.`);
  }
  return decode(file, bytes);
}

/** Bytes as text: UTF-8, or UTF-16 that begins with its mark, as PowerShell writes it. */
function decode(file: string, bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const name = encoding.slice(0, 6).replace(/-$/, '').toUpperCase();
    throw new Failure('UNREADABLE_FILE', `${file} is not ${name} text; save it as UTF-8.`, { cause });
  }
}

/** Reads a document in YAML or JSON; a fault is named with its place. */
export async function readDocument<Body>(file: string): Promise<Body> {
  const value = await parseDocument(file, readText(file));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Failure('INVALID_DOCUMENT', `${file} holds no document of fields and values.`);
  return value as Body;
}

/** The value a text holds: JSON where the name of the file says so or the text is JSON, else YAML. */
export async function parseDocument(file: string, text: string): Promise<unknown> {
  if (extname(file).toLowerCase() === '.json' || isJson(text)) return parseJson(file, text);
  const { parseYaml } = await import('./yaml.js');
  return parseYaml(file, text);
}

async function parseJson(file: string, text: string): Promise<unknown> {
  const { faultOfJson } = await import('./json.js');
  const fault = faultOfJson(text);
  if (fault !== undefined) throw new Failure('INVALID_DOCUMENT', `${file} ${fault}.`);
  return JSON.parse(text);
}

/** Numbers as Python and JavaScript write them where JSON has none; texts in quotes are passed over. */
const NO_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;
const NUMBERS = /"(?:[^"\\]|\\.)*"|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * What a file of metrics holds: the text of a table as it is, else the value of JSON or YAML, null where JSON says NaN; and,
 * in a file that is not sent as it is, for a number that could not be sent.
 */
export async function readMetricsText(file: string, isSent: (value: unknown) => boolean): Promise<unknown> {
  const text = readText(file);
  const ending = extname(file).toLowerCase();
  if (ending === '.csv' || ending === '.tsv') return text;
  const plain = text.replaceAll(NO_NUMBERS, (found) => (found.startsWith('"') ? found : 'null'));
  if (ending === '.json' || isJson(plain)) {
    const { faultOfNumber } = await import('./sent-numbers.js');
    const sendable = plain.replaceAll(NUMBERS, (found) =>
      found.startsWith('"') || faultOfNumber(found) === undefined ? found : 'null',
    );
    const value = await parseJson(file, sendable);
    return isSent(value) ? parseJson(file, plain) : value;
  }
  if (ending !== '.yaml' && ending !== '.yml' && looksLikeTable(text)) return text;
  const { parseYaml } = await import('./yaml.js');
  return parseYaml(file, text, 'kept as text');
}

/** Whether the first line that is no comment separates columns, before anything that YAML would name a field by. */
function looksLikeTable(text: string): boolean {
  const line = text.split(/\r\n|\r|\n/).find((one) => one !== '' && !/^(?:#|---)/.test(one)) ?? '';
  return /^[^:{[]*[,;\t]/.test(line);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
