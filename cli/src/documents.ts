import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'that is not permitted',
};

/** Reads a file, or standard input for `-`. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${file} cannot be read: ${WHY_NOT[code ?? ''] ?? message}.`);
  }
}

/** Reads a document in YAML or JSON, which is YAML as well; a fault is named with its line. */
export function readDocument<Body>(file: string): Body {
  const document = parseDocument(readText(file), { prettyErrors: true });
  const [fault] = document.errors;
  if (fault) throw new Error(`${file}: ${fault.message.split('\n', 1)[0]!.replace(/:$/, '.')}`);
  const value: unknown = document.toJS();
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file} holds no document of fields and values.`);
  return value as Body;
}
