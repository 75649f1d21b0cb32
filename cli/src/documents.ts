import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { visit } from 'jsonc-parser';
import { parseYaml } from './yaml.js';

const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'that is not permitted',
};

/** Reads a file, or standard input for `-`. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${file} cannot be read: ${WHY_NOT[code ?? ''] ?? message}.`);
  }
}

/** Reads a document in YAML or JSON; a fault is named with its place. */
export function readDocument<Body>(file: string): Body {
  const value = parseDocument(file, readText(file));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file} holds no document of fields and values.`);
  return value as Body;
}

/** The value a text holds: JSON where the name of the file says so or the text is JSON, else YAML. */
export function parseDocument(file: string, text: string): unknown {
  return extname(file).toLowerCase() === '.json' || isJson(text) ? parseJson(file, text) : parseYaml(file, text);
}

function parseJson(file: string, text: string): unknown {
  const fault = faultOfJson(text);
  if (fault !== undefined) throw new Error(`${file} is no JSON: ${fault}.`);
  return JSON.parse(text);
}

/** Numbers as Python and JavaScript write them where JSON has none; texts in quotes are passed over. */
const NO_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** What a file of metrics holds: the text of a table as it is, else the value of JSON or YAML, null where JSON says NaN. */
export function readMetricsText(file: string): unknown {
  const text = readText(file);
  const ending = extname(file).toLowerCase();
  if (ending === '.csv' || ending === '.tsv') return text;
  const plain = text.replaceAll(NO_NUMBERS, (found) => (found.startsWith('"') ? found : 'null'));
  if (ending === '.json' || isJson(plain)) return parseJson(file, plain);
  return ending === '.yaml' || ending === '.yml' || !looksLikeTable(text) ? parseYaml(file, text) : text;
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

/** The first fault of a text as JSON, with its place; a name that an object holds twice is one, since one value would be lost. */
function faultOfJson(text: string): string | undefined {
  const faults: { offset: number; says: string }[] = [];
  const open: Set<string>[] = [];
  const add = (offset: number, line: number, character: number, what: string) =>
    faults.push({ offset, says: `${what} at line ${line + 1}, column ${character + 1}` });
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name, offset, _length, line, character) => {
        const names = open.at(-1)!;
        if (names.has(name)) add(offset, line, character, `${JSON.stringify(name)} is there twice`);
        names.add(name);
      },
      onError: (_error, offset, length, line, character) => {
        const found = text.slice(offset, offset + Math.min(length, 20));
        add(
          offset,
          line,
          character,
          found === '' ? 'the text ends too early' : `${JSON.stringify(found)} does not belong`,
        );
      },
    },
    { disallowComments: true },
  );
  return faults.sort((a, b) => a.offset - b.offset)[0]?.says;
}
