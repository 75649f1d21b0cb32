import { setTimeout as sleep } from 'node:timers/promises';
import { type Command } from 'commander';
import { Failure } from '../failure.js';
import { failureJson, failureText } from '../failures.js';
import { readModels, writeModel } from '../moving/files.js';
import { MlflowRegistry, mlflowAuthorization } from '../moving/mlflow-registry.js';
import { type Finding, type MovedModel, toMovedModel } from '../moving/moved-model.js';
import { ownModels, versionsHere } from '../moving/own-models.js';
import { type Imported, sendModel } from '../moving/send.js';
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

async function importMlflow(session: Session, options: MlflowOptions): Promise<void> {
  const registry = new MlflowRegistry(addressOf(options.from), mlflowAuthorization(process.env));
  const look = () => takeOver(session, registry, options);
  const first = await look();
  conclude(session, first, options.dryRun);
  if (options.watch) await watch(session, options, first, look);
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
  const { code, status = 0 } = failureJson(error) as { code: string; status?: number };
  if (code !== 'UNREACHABLE' && code !== 'UNEXPECTED_ANSWER' && status < 500) throw error;
  session.note(failureText(error, session.page)[0]!);
  return null;
}

async function takeOver(
  session: Session,
  registry: MlflowRegistry,
  { model: only, dryRun }: MlflowOptions,
): Promise<Imported[]> {
  const results: Imported[] = [];
  for await (const { name } of registry.models()) {
    if (only && !only.includes(name)) continue;
    results.push(NAME.test(name) ? await takeModelOver(session, registry, name, dryRun === true) : untakeable(name));
  }
  return results;
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
  const more = await notThere(session, moved, imported);
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

async function importFolder(session: Session, { dryRun }: ImportOptions, folder?: string): Promise<void> {
  if (folder === undefined)
    throw new Failure('WRONG_USAGE', 'Name a folder that export wrote, or say: import mlflow --from <uri>');
  const results: Imported[] = [];
  for (const model of readModels(folder)) results.push(await sendModel(session, model, dryRun === true));
  conclude(session, results, dryRun);
}

async function exportModels(session: Session, _options: object, folder: string): Promise<void> {
  const models: string[] = [];
  for await (const model of ownModels(session)) {
    writeModel(folder, model);
    models.push(model.name);
  }
  session.answer(
    { folder, models },
    () => `Wrote ${models.length} model${models.length === 1 ? '' : 's'} to ${folder}.`,
  );
}

function conclude(session: Session, results: readonly Imported[], dryRun: true | undefined): void {
  session.answer({ dryRun: dryRun === true, models: results }, () =>
    importText(results, dryRun === true, session.page),
  );
}
