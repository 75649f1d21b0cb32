import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { type MovedModel } from './moved-model.js';

const ENDING = '.json';
/** The list of the files that the last export into a folder wrote: models of other files there are gone. */
const LIST = '.stagegate-export';

/** What Windows takes for a device up to the first dot of a name, whatever its capitals and what follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** What an import reads of a folder. */
export interface ExportedModels {
  models: MovedModel[];
  /** Files of models that the last export into it did not write, and that are left out. */
  leftOut: string[];
}

/** The file of each model, by its name; one that some disks would not keep, or take for the file of another, is marked. */
export function fileNames(models: readonly string[]): Map<string, string> {
  const timesOf = new Map<string, number>();
  for (const key of models.map((name) => name.toLowerCase())) timesOf.set(key, (timesOf.get(key) ?? 0) + 1);
  return new Map(
    models.map((name) => {
      const isPlain = timesOf.get(name.toLowerCase()) === 1 && !DEVICE.test(name);
      return [name, isPlain ? plainFile(name) : markedFile(name)];
    }),
  );
}

/** Writes a model into its file; the same model is always the same bytes. */
export function writeModel(folder: string, file: string, model: MovedModel): void {
  writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), `${JSON.stringify(inOrder(model), null, 2)}\n`);
    // A disk that ignores capitals keeps those of a file that was there before.
    const kept = readdirSync(folder);
    const other = kept.find((one) => one.toLowerCase() === file.toLowerCase());
    if (!kept.includes(file) && other !== undefined) renameSync(join(folder, other), join(folder, file));
  });
}

/** Ends an export: from now on these are the files that an import of the folder reads. */
export function listFiles(folder: string, files: readonly string[]): void {
  writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, LIST),
      [...files]
        .sort()
        .map((file) => `${file}\n`)
        .join(''),
    );
  });
}

/** Files of models in a folder besides these, such as those of an earlier export. */
export function otherFiles(folder: string, files: readonly string[]): string[] {
  return existsSync(folder) ? namesIn(folder).filter((file) => !files.includes(file)) : [];
}

/** The models of a folder, by file: those that the last export into it wrote, or all where none has left its list. */
export function readModels(folder: string): ExportedModels {
  const found = namesIn(folder);
  const listed = listedIn(folder) ?? found;
  const missing = listed.filter((file) => !found.includes(file));
  if (missing.length > 0)
    throw new Failure('INVALID_DOCUMENT', `${folder} lacks ${missing.join(', ')}, which its export wrote.`);
  const models = listed.map((file) => {
    const model = readModel(join(folder, file));
    if (isModelOf(model, file)) return model;
    throw new Failure('INVALID_DOCUMENT', `${join(folder, file)} holds no exported model of that name.`);
  });
  return { models, leftOut: otherFiles(folder, listed) };
}

function isModelOf(model: unknown, file: string): model is MovedModel {
  if (typeof model !== 'object' || model === null) return false;
  const { name, versions } = model as MovedModel;
  if (typeof name !== 'string' || !Array.isArray(versions)) return false;
  return [plainFile(name), markedFile(name), plainFile(`${name}${markOf(name)}`)].includes(file);
}

function plainFile(name: string): string {
  return `${name}${ENDING}`;
}

/** The mark stands behind the name, or behind the part of it that is a device. */
function markedFile(name: string): string {
  const [marked] = DEVICE.exec(name) ?? [name];
  return plainFile(`${marked}${markOf(name)}${name.slice(marked.length)}`);
}

/** No name of a model holds a tilde. */
function markOf(name: string): string {
  return `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

function listedIn(folder: string): string[] | null {
  const list = join(folder, LIST);
  return existsSync(list) ? readFileSync(list, 'utf8').split(/\r?\n/).filter(Boolean) : null;
}

function writing(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new Failure('UNREADABLE_FILE', `${folder} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(ENDING))
      .sort();
  } catch (error) {
    throw new Failure('UNREADABLE_FILE', `${folder} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function readModel(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Failure('INVALID_DOCUMENT', `${file} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** With the members of every object by name. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, member]) => [key, inOrder(member)]),
  );
}
