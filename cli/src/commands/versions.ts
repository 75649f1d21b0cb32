import {
  createModel,
  type DatasetReference,
  getVersion,
  listVersions,
  ProblemError,
  registerVersion,
  type RegisterVersionRequest,
  type Stage,
  type VersionResponse,
} from '@stagegate/client';
import { type Command } from 'commander';
import { readDocument } from '../documents.js';
import { first } from '../lists.js';
import { dataset, pair } from '../parsers.js';
import { action, type Session } from '../session.js';
import { type Column, fields, minute, table } from '../text/table.js';
import { versionFacts } from '../text/version.js';
import { limitOption, modelArgument, stageOption, versionArgument } from './options.js';

export function addVersions(program: Command): void {
  program
    .command('versions')
    .description('Lists the versions of a model, or shows one')
    .addArgument(modelArgument())
    .addArgument(versionArgument(false))
    .addOption(stageOption('--stage <stage>', 'only versions in this stage'))
    .option('--filter <expression>', 'comparisons joined by and')
    .option('--sort <fields>', 'fields to sort by, - before one for descending')
    .addOption(limitOption())
    .action(action(versions));
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

interface ListOptions {
  stage?: Stage;
  filter?: string;
  sort?: string;
  limit: number;
}

async function versions(session: Session, options: ListOptions, model: string, version?: number): Promise<void> {
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
