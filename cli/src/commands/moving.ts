import { setTimeout as sleep } from 'node:timers/promises';
import { type Command } from 'commander';
import { Failure } from '../failure.js';
import { failureJson, failureText } from '../failures.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { fileNames, listFiles, otherFiles, readModels, writeModel } from '../moving/files.js';
import { MlflowRegistry, mlflowAuthorization, RegistryRefusal } from '../moving/mlflow-registry.js';
import { type Finding, type MovedModel, toMovedModel } from '../moving/moved-model.js';
import { importedFrom, modelsHere, ownModels, versionsHere } from '../moving/own-models.js';
import { type Imported, isRefused, sendModel } from '../moving/send.js';
import { count } from '../parsers.js';
import { addressOf } from '../server.js';
import { action, type Session } from '../session.js';
import { importText } from '../text/moving.js';

interface ImportOptions {
  dryRun?: true;
}

interface MlflowOptions extends ImportOptions {
  from: string;
  model?: string[];
  watch?: true;
  every: number;
}

/** Statuses of those who would rather be asked later. */
const BUSY: readonly number[] = [408, 429];
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export function addMoving(program: Command): void {
  const moving = program
    .command('import')
    .description('Takes models over, with their numbers, stages, aliases, tags and times; what is here already stays')
    .argument('[folder]', 'folder that export wrote')
    .option('--dry-run', 'shows what would change and changes nothing')
    .action(action(importFolder));
  moving
    .command('mlflow')
    .description('Takes the models of an MLflow registry over; run again, what changed there since')
    .requiredOption(
      '--from <uri>',
      'address of the MLflow server; MLFLOW_TRACKING_TOKEN or _USERNAME and _PASSWORD sign in',
    )
    .option('--model <name...>', 'only these models')
    .option('--dry-run', 'shows what would change and changes nothing')
    .option('--watch', 'goes on taking over what changes there, until it is interrupted')
    .option('--every <seconds>', 'how often to look with --watch', count, 10)
    .action(action(importMlflow));
  program
    .command('export')
    .description('Writes every model with its versions into a file of a folder')
    .argument('<folder>', 'folder for the files; it is made where it is missing')
    .action(action(exportModels));
}

async function importMlflow(session: Session, options: MlflowOptions): Promise<ExitCode> {
  const registry = new MlflowRegistry(addressOf(options.from), mlflowAuthorization(process.env));
  const origins = new Map<string, string | undefined>();
  const look = async () => takeOver(session, registry, options, { there: await namesThere(registry), origins });
  const there = await namesThere(registry);
  requireThere(options, there, registry);
  const first = await takeOver(session, registry, options, { there, origins });
  const code = conclude(session, first, options.dryRun);
  if (options.watch) await watch(session, options, first, look);
  return code;
}

async function namesThere(registry: MlflowRegistry): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of registry.models()) names.push(name);
  return names;
}

function requireThere({ model: only = [] }: MlflowOptions, there: readonly string[], { uri }: MlflowRegistry): void {
  const missing = only.filter((name) => !there.includes(name));
  if (missing.length > 0) throw new Failure('NOT_FOUND', `There is no model ${missing.join(', ')} at ${uri}.`);
}

/** Looks again until it is interrupted; says each change, and what differs when that is not what was said last. */
async function watch(
  session: Session,
  { every, dryRun }: MlflowOptions,
  first: readonly Imported[],
  look: () => Promise<Imported[]>,
): Promise<never> {
  for (let said = differencesOf(first); ;) {
    await sleep(every * 1_000);
    const results = await look().catch((error: unknown) => passing(session, error));
    if (results === null || (results.every(hasNoChange) && differencesOf(results) === said)) continue;
    said = differencesOf(results);
    conclude(session, results, dryRun);
  }
}

const hasNoChange = ({ changes }: Imported): boolean => changes.length === 0;

function differencesOf(results: readonly Imported[]): string {
  return JSON.stringify(results.map(({ model, findings }) => [model, findings]));
}

/** A registry that is away for a while, at either end, ends no watch: it is said, and looked for again. */
function passing(session: Session, error: unknown): null {
  const told = failureJson(error) as { code: string; status?: number };
  const status = error instanceof RegistryRefusal ? error.status : (told.status ?? 0);
  const isAway = told.code === 'UNREACHABLE' || told.code === 'UNEXPECTED_ANSWER';
  if (!isAway && status < 500 && !BUSY.includes(status)) throw error;
  session.note(failureText(error, session.page)[0]!);
  return null;
}

/** What a look finds: the models there, and where those that are here and not there came from, as far as it was asked. */
interface Seen {
  there: readonly string[];
  origins: Map<string, string | undefined>;
}

async function takeOver(
  session: Session,
  registry: MlflowRegistry,
  { model: only, dryRun }: MlflowOptions,
  { there, origins }: Seen,
): Promise<Imported[]> {
  const results: Imported[] = [];
  for (const name of there) {
    if (only && !only.includes(name)) continue;
    const result = NAME.test(name)
      ? await takeModelOver(session, registry, name, dryRun === true).catch(goneMeanwhile)
      : untakeable(name);
    if (result !== null) results.push(result);
  }
  if (!only) results.push(...(await modelsNotThere(session, registry, { there, origins })));
  return results;
}

/** A model that was deleted or renamed there since it was found is none to take over. */
function goneMeanwhile(error: unknown): null {
  if (error instanceof RegistryRefusal && error.status === 404) return null;
  throw error;
}

/** Models that came from there and are not there any more, under this name at least. */
async function modelsNotThere(
  session: Session,
  { uri }: MlflowRegistry,
  { there, origins }: Seen,
): Promise<Imported[]> {
  const known = new Set(there);
  const others = (await modelsHere(session)).filter((name) => !known.has(name));
  for (const name of others) if (!origins.has(name)) origins.set(name, await importedFrom(session, name));
  return others
    .filter((name) => origins.get(name) === uri)
    .map((model) => {
      const detail = `The model ${model} is here and not there; it stays.`;
      return { model, changes: [], findings: [{ code: 'NOT_THERE', version: null, detail }], unchanged: 0 };
    });
}

async function takeModelOver(
  session: Session,
  registry: MlflowRegistry,
  name: string,
  dryRun: boolean,
): Promise<Imported> {
  const versions = await registry.versions(name);
  const located = [];
  // A copy says as its source which version it copies; the artifact of all others lies where the source says.
  for (const one of versions)
    located.push(
      /^models:\/[^/@]+[/@]/.test(one.source ?? '')
        ? { ...one, artifactUri: await registry.artifactUri(name, one.version) }
        : one,
    );
  const { moved, findings } = toMovedModel(await registry.model(name), located, registry.uri);
  const imported = await sendModel(session, moved, dryRun);
  const more = isRefused(imported) ? [] : await notThere(session, moved, imported);
  return { ...imported, findings: [...findings, ...imported.findings, ...more] };
}

/** Versions that are here and not there any more, or never were. */
async function notThere(
  session: Session,
  { name, versions }: MovedModel,
  { changes, findings }: Imported,
): Promise<Finding[]> {
  const isNew = changes.some(({ subject }) => subject === 'model');
  if (isNew || findings.some(({ code }) => code === 'MODEL_TAKEN')) return [];
  const there = new Set(versions.map(({ version }) => version));
  return (await versionsHere(session, name))
    .filter(({ version }) => !there.has(version))
    .map(({ version }) => ({
      code: 'NOT_THERE',
      version,
      detail: `Version ${version} is here and not there; it stays.`,
    }));
}

function untakeable(model: string): Imported {
  const detail =
    'Here a name starts with a letter or digit and holds at most 128 letters, digits, ".", "_" or "-". Rename it there.';
  return { model, changes: [], findings: [{ code: 'NAME_NOT_TAKEN', version: null, detail }], unchanged: 0 };
}

async function importFolder(session: Session, { dryRun }: ImportOptions, folder?: string): Promise<ExitCode> {
  if (folder === undefined)
    throw new Failure('WRONG_USAGE', 'Name a folder that export wrote, or say: import mlflow --from <uri>');
  const { models, leftOut } = readModels(folder);
  if (leftOut.length > 0) session.note(`Not of the last export into ${folder}, and left out: ${leftOut.join(', ')}`);
  const results: Imported[] = [];
  for (const model of models) results.push(await sendModel(session, model, dryRun === true));
  return conclude(session, results, dryRun);
}

async function exportModels(session: Session, _options: object, folder: string): Promise<void> {
  const models = await modelsHere(session);
  const files = fileNames(models);
  for await (const model of ownModels(session, models)) writeModel(folder, files.get(model.name)!, model);
  listFiles(folder, [...files.values()]);
  const others = otherFiles(folder, [...files.values()]);
  if (others.length > 0)
    session.note(`Of no model here, left in ${folder}, and read by no import of it: ${others.join(', ')}`);
  session.answer(
    { folder, models },
    () => `Wrote ${models.length} model${models.length === 1 ? '' : 's'} to ${folder}.`,
  );
}

/** Says what came of it; models that were refused are a failure, though others were taken over. */
function conclude(session: Session, results: readonly Imported[], dryRun: true | undefined): ExitCode {
  session.answer({ dryRun: dryRun === true, models: results }, () =>
    importText(results, dryRun === true, session.page),
  );
  return results.some(isRefused) ? EXIT.other : EXIT.done;
}
