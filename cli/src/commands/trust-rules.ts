import { createTrustRule, deleteTrustRule, listTrustRules, type TrustRuleResponse } from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { first } from '../lists.js';
import { duration, pair } from '../parsers.js';
import { action, type Session } from '../session.js';
import { type Column, table } from '../text/table.js';
import { idArgument, limitOption, yesOption } from './options.js';
import { reachText } from '../reach.js';

const SECOND_MS = 1_000;

interface CreateOptions {
  issuer: string;
  audience: string;
  claim: Record<string, string>;
  role: string[];
  name?: string;
  model?: string;
  modelPrefix?: string;
  expiresIn?: number;
}

export function addTrustRules(program: Command): void {
  const rule = program.command('trust-rule').description('Which tokens of CI systems are exchanged for which roles');
  rule
    .command('list')
    .description('Lists the trust rules')
    .option('--issuer <issuer>', 'only rules of this issuer')
    .addOption(limitOption())
    .action(action(list));
  rule
    .command('create')
    .description('Trusts an issuer for what its tokens claim')
    .requiredOption('--issuer <url>', 'who issues the tokens')
    .requiredOption('--audience <audience>', 'whom they have to be meant for')
    .requiredOption('--claim <name=value>', 'what they have to claim, * for anything; may be repeated', pair)
    .requiredOption('--role <role...>', 'what they may do; may be repeated')
    .option('--name <name>', 'what the rule is for')
    .option('--model <model>', 'for this model alone')
    .option('--model-prefix <prefix>', 'for models whose names begin so')
    .option('--expires-in <span>', 'how long an exchanged token holds, an hour at most', duration)
    .action(action(create));
  rule
    .command('delete')
    .description('Deletes a trust rule; tokens that were exchanged by it hold no longer')
    .addArgument(idArgument('id of the rule'))
    .addOption(yesOption())
    .action(action(remove));
}

async function list(session: Session, { issuer, limit }: { issuer?: string; limit: number }): Promise<void> {
  const items = await first(listTrustRules, { client: session.client, query: { issuer } }, limit);
  const columns: Column[] = ['NAME', 'ISSUER', { title: 'CLAIMS', prose: true }, 'ROLES', 'FOR', 'ID'];
  const rows = items.map((one) => [one.name, one.issuer, claimsOf(one), one.roles.join(', '), reachText(one), one.id]);
  session.answer(items, () => table(columns, rows, session.page));
}

function claimsOf({ claims }: TrustRuleResponse): string {
  return Object.entries(claims)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

async function create(session: Session, options: CreateOptions): Promise<void> {
  const { issuer, audience, claim: claims, role: roles, name, model, modelPrefix, expiresIn } = options;
  const expiresInSeconds = expiresIn === undefined ? undefined : expiresIn / SECOND_MS;
  const body = { issuer, audience, claims, roles, name, model, modelPrefix, expiresInSeconds };
  const found = await createTrustRule({ client: session.client, body });
  session.answer(found, () => [
    `Trusts ${issuer} for ${found.roles.join(', ')} on ${reachText(found)}.`,
    `Rule ${found.id}`,
  ]);
  for (const warning of found.warnings) session.note(`Warning: ${warning}`);
}

async function remove(session: Session, { yes }: { yes?: true }, id: string): Promise<void> {
  await confirmed(session, { question: `Delete the trust rule ${id}?`, yes, unasked: 'goes on' });
  await deleteTrustRule({ client: session.client, path: { id } });
  session.answer({ id, deleted: true }, () => `Deleted the trust rule ${id}.`);
}
