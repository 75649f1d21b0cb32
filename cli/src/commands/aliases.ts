import { deleteAlias, getAlias, getModel, setAlias } from '@stagegate/client';
import { type Command } from 'commander';
import { type ExitCode } from '../exit-codes.js';
import { action, type Session } from '../session.js';
import { table } from '../text/table.js';
import { modelArgument, versionArgument } from './options.js';
import { conclude } from './transitions.js';

export function addAliases(program: Command): void {
  const alias = program.command('alias').description('Names that point at a version of a model');
  alias.command('list').description('Lists the aliases of a model').addArgument(modelArgument()).action(action(list));
  alias
    .command('get')
    .description('Says which version an alias points at')
    .addArgument(modelArgument())
    .argument('<alias>', 'name of the alias')
    .action(action(get));
  alias
    .command('set')
    .description('Points an alias at a version; a protected one goes by the gates')
    .addArgument(modelArgument())
    .argument('<alias>', 'name of the alias')
    .addArgument(versionArgument())
    .action(action(set));
  alias
    .command('delete')
    .description('Takes an alias away')
    .addArgument(modelArgument())
    .argument('<alias>', 'name of the alias')
    .action(action(remove));
}

async function list(session: Session, _options: unknown, model: string): Promise<void> {
  const { aliases } = await getModel({ client: session.client, path: { model } });
  session.answer(aliases, () => table(['ALIAS', 'VERSION'], Object.entries(aliases), session.page));
}

async function get(session: Session, _options: unknown, model: string, alias: string): Promise<void> {
  const found = await getAlias({ client: session.client, path: { model, alias } });
  session.answer(found, () => `${alias} of ${model} is version ${found.version}.`);
}

/** Of a protected alias it is a promotion, which may have to be approved. */
async function set(
  session: Session,
  _options: unknown,
  ...path: [string, string, number]
): Promise<ExitCode | undefined> {
  const [model, alias, version] = path;
  const found = await setAlias({ client: session.client, path: { model, alias }, body: { version } });
  if ('status' in found) return conclude(session, found);
  session.answer(found, () => `${alias} of ${model} is version ${version}.`);
  return undefined;
}

async function remove(session: Session, _options: unknown, model: string, alias: string): Promise<void> {
  await deleteAlias({ client: session.client, path: { model, alias } });
  session.answer({ model, alias, deleted: true }, () => `Took the alias ${alias} of ${model} away.`);
}
