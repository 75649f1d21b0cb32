import {
  createModel,
  type DatasetReference,
  deleteVersion,
  getVersion,
  listVersions,
  ProblemError,
  registerVersion,
  type RegisterVersionRequest,
  type Stage,
  updateVersion,
  type VersionResponse,
} from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { readDocument } from '../documents.js';
import { first } from '../lists.js';
import { dataset, pair } from '../parsers.js';
import { action, type Session } from '../session.js';
import { type Column, fields, minute, table } from '../text/table.js';
import { versionFacts } from '../text/version.js';
import { changeable, changeOf, type ChangeOptions } from './changes.js';
import { filterOption, limitOption, modelArgument, stageOption, versionArgument, yesOption } from './options.js';

export function addVersions(program: Command): void {
  const versions = program
    .command('versions')
    .description('Lists the versions of a model, or shows one')
    .addArgument(modelArgument())
    .addArgument(versionArgument(false))
    .addOption(stageOption('--stage <stage>', 'only versions in this stage'))
    .addOption(filterOption('metrics.accuracy > 0.87 AND NOT quarantined = true'))
    .option('--sort <fields>', 'fields to sort by, such as createdAt or metrics.accuracy, - before one for descending')
    .addOption(limitOption())
    .action(action(listOrShow));
  addChanges(versions);
  program
    .command('register')
    .description('Registers a version; options stand for the fields of the file')
    .addArgument(modelArgument())
    .argument('[file]', 'the version as YAML or JSON, - for standard input')
    .option('--artifact-uri <uri>', 'where the artifact lies')
    .option('--artifact-digest <digest>', 'digest of its bytes, sha256:…')
    .option('--run-id <id>', 'the training run it came from')
    .option('--git-commit <commit>', 'the commit of the training code')
    .option('--dataset <name@version>', 'the dataset it was trained on', dataset)
    .option('--framework <name>', 'library it was made with')
    .option('--param <key=value>', 'a training parameter; may be repeated', pair)
    .option('--tag <key=value>', 'a label; may be repeated', pair)
    .option('--description <text>', 'what is special about it')
    .option('--create', 'creates the model when there is none of this name')
    .action(action(register));
}

function addChanges(versions: Command): void {
  changeable(versions.command('update'))
    .description('Changes description and tags of a version; all else of it stays as it was registered')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .action(action(update));
  versions
    .command('delete')
    .description('Deletes a version in None or Archived that never held Production')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .addOption(yesOption())
    .action(action(remove));
}

interface ListOptions {
  stage?: Stage;
  filter?: string;
  sort?: string;
  limit: number;
}

async function listOrShow(session: Session, options: ListOptions, model: string, version?: number): Promise<void> {
  const { client, page } = session;
  if (version !== undefined) {
    const found = await getVersion({ client, path: { model, version } });
    return session.answer(found, () => fields(versionFacts(found), page));
  }
  const { stage, filter, sort, limit } = options;
  const items = await first(listVersions, { client, path: { model }, query: { stage, filter, sort } }, limit);
  const rows = items.map((one) => [
    one.version,
    one.stage,
    one.aliases.join(', '),
    one.quarantined ? 'yes' : '',
    one.createdBy,
    minute(one.createdAt),
    one.description.split('\n', 1)[0],
  ]);
  const about: Column = { title: 'DESCRIPTION', prose: true };
  const titles = ['VERSION', 'STAGE', 'ALIASES', 'QUARANTINED', 'BY', 'REGISTERED (UTC)', about];
  session.answer(items, () => table(titles, rows, page));
}

interface RegisterOptions {
  artifactUri?: string;
  artifactDigest?: string;
  runId?: string;
  gitCommit?: string;
  dataset?: DatasetReference;
  framework?: string;
  param?: Record<string, string>;
  tag?: Record<string, string>;
  description?: string;
  create?: true;
}

async function register(session: Session, options: RegisterOptions, model: string, file?: string): Promise<void> {
  const { param: params, tag: tags, create, artifactUri, artifactDigest, runId, gitCommit, ...rest } = options;
  const { dataset, framework, description } = rest;
  const given = { artifactUri, artifactDigest, runId, gitCommit, dataset, framework, description, params, tags };
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  // What is missing, the service says with its place.
  const document = file === undefined ? {} : await readDocument<Partial<RegisterVersionRequest>>(file);
  const body = { ...document, ...Object.fromEntries(stated) } as unknown as RegisterVersionRequest;
  const registered = await registerAt(session, model, body, create === true);
  session.answer(registered, () => `Registered ${model} ${registered.version}.`);
}

async function registerAt(
  session: Session,
  model: string,
  body: RegisterVersionRequest,
  create: boolean,
): Promise<VersionResponse> {
  const { client } = session;
  try {
    return await registerVersion({ client, path: { model }, body });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'MODEL_NOT_FOUND') throw error;
    if (!create) {
      session.note('Add --create to create the model, too.');
      throw error;
    }
    await createModel({ client, body: { name: model } });
    return registerVersion({ client, path: { model }, body });
  }
}

async function update(session: Session, options: ChangeOptions, model: string, version: number): Promise<void> {
  const found = await updateVersion({ client: session.client, path: { model, version }, body: changeOf(options, {}) });
  session.answer(found, () => `Changed ${model} ${version}.`);
}

async function remove(session: Session, { yes }: { yes?: true }, model: string, version: number): Promise<void> {
  const { client } = session;
  const { stage } = await getVersion({ client, path: { model, version } });
  await confirmed(session, { question: `Delete ${model} ${version}, now in ${stage}?`, yes, unasked: 'goes on' });
  await deleteVersion({ client, path: { model, version } });
  session.answer({ model, version, deleted: true }, () => `Deleted ${model} ${version}.`);
}
