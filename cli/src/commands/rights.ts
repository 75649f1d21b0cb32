import {
  createRoleBinding,
  deleteRole,
  deleteRoleBinding,
  getRoleBinding,
  listRoleBindings,
  listRoles,
  type Permission,
  type RoleBindingResponse,
  setRole,
} from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { type Column, minute, table } from '../text/table.js';
import { idArgument, limitOption, yesOption } from './options.js';
import { reachText } from '../reach.js';

interface BindingOptions {
  subject?: string;
  group?: string;
  model?: string;
  modelPrefix?: string;
}

/** Who may do what: bindings of roles to people and groups, and roles of one's own. */
export function addRights(program: Command): void {
  addBindings(
    program.command('binding').description('Roles that people and groups hold, everywhere or for some models'),
  );
  addRoles(program.command('role').description('Roles as sets of permissions'));
}

function addBindings(binding: Command): void {
  reached(binding.command('list').description('Lists the bindings'))
    .option('--role <role>', 'only bindings of this role')
    .addOption(limitOption())
    .action(action(bindings));
  reached(binding.command('create').description('Binds a role to a subject or a group'))
    .argument('<role>', 'the role')
    .option('--model-prefix <prefix>', 'holds for models whose names begin so')
    .action(action(bind));
  binding
    .command('delete')
    .description('Takes a binding away')
    .addArgument(idArgument('id of the binding'))
    .addOption(yesOption())
    .action(action(unbind));
}

function reached(command: Command): Command {
  return command
    .option('--subject <subject>', 'who holds it')
    .option('--group <group>', 'which group of an identity provider holds it')
    .option('--model <model>', 'the model that it holds for');
}

function addRoles(role: Command): void {
  role.command('list').description('Lists the roles').addOption(limitOption()).action(action(roles));
  role
    .command('set')
    .description('Makes a role of your own, or changes one')
    .argument('<role>', 'its name')
    .argument('<permission...>', 'what it permits, such as model:update')
    .option('--description <text>', 'what it is for')
    .action(action(setOwnRole));
  role
    .command('delete')
    .description('Deletes a role of your own')
    .argument('<role>', 'its name')
    .addOption(yesOption())
    .action(action(removeRole));
}

async function bindings(session: Session, options: BindingOptions & { role?: string; limit: number }): Promise<void> {
  const { limit, subject, group, role, model } = options;
  const query = { subject, group, role, model };
  const items = await first(listRoleBindings, { client: session.client, query }, limit);
  const rows = items.map((one) => [
    one.role,
    holderOf(one),
    reachText(one),
    one.createdBy,
    minute(one.createdAt),
    one.id,
  ]);
  session.answer(items, () => table(['ROLE', 'HELD BY', 'FOR', 'BY', 'SINCE (UTC)', 'ID'], rows, session.page));
}

function holderOf({ subject, group }: RoleBindingResponse): string {
  return subject ?? `group ${group}`;
}

async function bind(session: Session, options: BindingOptions, role: string): Promise<void> {
  const { subject, group, model, modelPrefix } = options;
  const body = { role, subject, group, model, modelPrefix };
  const found = await createRoleBinding({ client: session.client, body });
  session.answer(found, () => [`${holderOf(found)} is ${role} for ${reachText(found)}.`, `Binding ${found.id}`]);
}

async function unbind(session: Session, { yes }: { yes?: true }, id: string): Promise<void> {
  const { client } = session;
  const found = await getRoleBinding({ client, path: { id } });
  const what = `${found.role} of ${holderOf(found)} for ${reachText(found)}`;
  await confirmed(session, { question: `Take ${what} away?`, yes, unasked: 'goes on' });
  await deleteRoleBinding({ client, path: { id } });
  session.answer({ id, deleted: true }, () => `Took ${what} away.`);
}

async function roles(session: Session, { limit }: { limit: number }): Promise<void> {
  const items = await first(listRoles, { client: session.client }, limit);
  const columns: Column[] = ['ROLE', 'PERMISSIONS', 'OF', { title: 'DESCRIPTION', prose: true }];
  const rows = items.map((one) => [
    one.role,
    one.permissions.length,
    one.isBuiltIn ? 'Stagegate' : 'your own',
    one.description,
  ]);
  session.answer(items, () => table(columns, rows, session.page));
}

/** What is no permission the service says, which knows them all. */
async function setOwnRole(
  session: Session,
  { description }: { description?: string },
  role: string,
  permissions: string[],
): Promise<void> {
  const body = { permissions: permissions as Permission[], description };
  const found = await setRole({ client: session.client, path: { role }, body });
  session.answer(found, () => `${role} permits ${found.permissions.join(', ')}.`);
}

async function removeRole(session: Session, { yes }: { yes?: true }, role: string): Promise<void> {
  await confirmed(session, { question: `Delete the role ${role}?`, yes, unasked: 'goes on' });
  await deleteRole({ client: session.client, path: { role } });
  session.answer({ role, deleted: true }, () => `Deleted the role ${role}.`);
}
