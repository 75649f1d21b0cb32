import { createModel, type CreateModelRequest, listModels, type ListModelsData, type Stage } from '@stagegate/client';
import { type Command } from 'commander';
import { first } from '../lists.js';
import { pair } from '../parsers.js';
import { action, type Session } from '../session.js';
import { minute, table } from '../text/table.js';
import { limitOption, stageOption } from './options.js';

export function addModels(program: Command): void {
  const models = program
    .command('models')
    .description('Lists the models, with the version in Production')
    .option('--filter <expression>', 'comparisons joined by and, such as "owner = \'risk\'"')
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
