import {
  createModel,
  type CreateModelRequest,
  deleteModel,
  getModel,
  listModels,
  type ListModelsData,
  renameModel,
  type Stage,
  updateModel,
} from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { first } from '../lists.js';
import { pair } from '../parsers.js';
import { action, type Session } from '../session.js';
import { minute, table } from '../text/table.js';
import { changeable, changeOf, type ChangeOptions } from './changes.js';
import { filterOption, limitOption, modelArgument, stageOption, yesOption } from './options.js';

export function addModels(program: Command): void {
  const models = program
    .command('models')
    .description('Lists the models, with the version in Production')
    .addOption(filterOption("owner = 'risk' OR tags.team IS NULL"))
    .option('--sort <fields>', 'fields to sort by, - before one for descending')
    .addOption(stageOption('--stage <stage>', 'only models with a version in this stage'))
    .addOption(limitOption())
    .action(action(list));
  models
    .command('create')
    .description('Creates a model')
    .argument('<model>', 'name of the model')
    .option('--description <text>', 'what the model is for')
    .option('--owner <owner>', 'person or team that answers for it')
    .option('--tag <key=value>', 'a label; may be repeated', pair)
    .action(action(create));
  addChanges(models);
}

function addChanges(models: Command): void {
  changeable(models.command('update'))
    .description('Changes description, owner and tags of a model; what is not named stays')
    .addArgument(modelArgument())
    .option('--owner <owner>', 'another owner; an empty one removes it')
    .action(action(update));
  models
    .command('rename')
    .description('Gives a model another name, which its history, evidence and aliases follow')
    .addArgument(modelArgument())
    .argument('<name>', 'the new name')
    .action(action(rename));
  models
    .command('delete')
    .description('Deletes a model with its versions; the audit record keeps what happened')
    .addArgument(modelArgument())
    .addOption(yesOption())
    .action(action(remove));
}

async function list(
  session: Session,
  { filter, sort, stage, limit }: NonNullable<ListModelsData['query']> & { stage?: Stage; limit: number },
): Promise<void> {
  const items = await first(listModels, { client: session.client, query: { filter, sort, stage } }, limit);
  const rows = items.map((model) => [
    model.name,
    model.productionVersion,
    model.latestVersion,
    model.owner,
    minute(model.updatedAt),
  ]);
  session.answer(items, () => table(['MODEL', 'PRODUCTION', 'LATEST', 'OWNER', 'CHANGED (UTC)'], rows, session.page));
}

async function create(
  session: Session,
  {
    description,
    owner,
    tag: tags,
  }: Pick<CreateModelRequest, 'description' | 'owner'> & { tag?: Record<string, string> },
  name: string,
): Promise<void> {
  const model = await createModel({ client: session.client, body: { name, description, owner, tags } });
  session.answer(model, () => `Created ${model.name}.`);
}

async function update(session: Session, options: ChangeOptions & { owner?: string }, model: string): Promise<void> {
  const body = changeOf(options, { owner: options.owner === '' ? null : options.owner });
  const found = await updateModel({ client: session.client, path: { model }, body });
  session.answer(found, () => `Changed ${model}.`);
}

async function rename(session: Session, _options: unknown, model: string, newName: string): Promise<void> {
  const found = await renameModel({ client: session.client, path: { model }, body: { newName } });
  session.answer(found, () => `${model} is called ${found.name} now.`);
}

async function remove(session: Session, { yes }: { yes?: true }, model: string): Promise<void> {
  const { client } = session;
  const { latestVersion } = await getModel({ client, path: { model } });
  const versions = latestVersion === null ? 'which has no versions' : `whose latest version is ${latestVersion}`;
  await confirmed(session, { question: `Delete the model ${model}, ${versions}?`, yes, unasked: 'goes on' });
  await deleteModel({ client, path: { model } });
  session.answer({ model, deleted: true }, () => `Deleted ${model}.`);
}
