import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { type MovedModel } from './moved-model.js';

const ENDING = '.json';

/** Writes each model into a file of its own name; the same model is always the same bytes. */
export function writeModel(folder: string, model: MovedModel): void {
  try {
    mkdirSync(folder, { recursive: true });
    const file = `${model.name}${ENDING}`;
    writeFileSync(join(folder, file), `${JSON.stringify(inOrder(model), null, 2)}\n`);
    if (!readdirSync(folder).includes(file)) throw new Error(`it takes ${file} for a file of other capitals`);
  } catch (error) {
    throw new Failure('UNREADABLE_FILE', `${folder} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

/** Files of models in a folder that are of none of these, such as those of an earlier export. */
export function otherFiles(folder: string, models: readonly string[]): string[] {
  const files = new Set(models.map((name) => `${name}${ENDING}`));
  return existsSync(folder) ? namesIn(folder).filter((file) => !files.has(file)) : [];
}

/** The models of a folder, by name. */
export function readModels(folder: string): MovedModel[] {
  return namesIn(folder).map((file) => {
    const model = readModel(join(folder, file));
    const isModel = typeof model === 'object' && model !== null && Array.isArray((model as MovedModel).versions);
    if (isModel && `${(model as MovedModel).name}${ENDING}` === file) return model as MovedModel;
    throw new Failure('INVALID_DOCUMENT', `${join(folder, file)} holds no exported model of that name.`);
  });
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
