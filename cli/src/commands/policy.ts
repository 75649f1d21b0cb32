import {
  backTestGatePolicy,
  type EffectiveGatePolicyResponse,
  type GatedStage,
  type GatePolicyDocument,
  type GatePolicyResponse,
} from '@stagegate/client';
import { type Command } from 'commander';
import { readDocument } from '../documents.js';
import { count } from '../parsers.js';
import { currentPolicy, policyRevision, type Scope, setPolicy } from '../policies.js';
import { action, type Session } from '../session.js';
import { adviceText } from '../text/advice.js';
import { difference, toYaml } from '../text/difference.js';
import { minute, table } from '../text/table.js';
import { addApply } from './apply.js';
import { gatedStageOption, limitOption } from './options.js';

export function addPolicy(program: Command): void {
  const policy = program.command('policy').description('Gate policies: of a model, or the default of the registry');
  scoped(policy.command('get'))
    .description('Shows a policy as it was set')
    .option('--revision <number>', 'an earlier revision', count)
    .option('--effective', 'with presets and short forms written out, and the default composed in')
    .action(action(get));
  scoped(policy.command('set'))
    .description('Sets a policy at once; apply shows a plan before')
    .argument('<file>', 'the policy as YAML or JSON, - for standard input')
    .action(action(set));
  scoped(policy.command('diff'))
    .description(
      'Shows how a file differs from the policy, or one revision from another; apply --dry-run checks it, too',
    )
    .argument('[file]', 'the policy as YAML or JSON, - for standard input')
    .option('--from <revision>', 'the revision to start from; the latest unless given', count)
    .option('--to-revision <revision>', 'the revision to compare with, instead of a file', count)
    .action(action(diff));
  scoped(policy.command('test'))
    .description('Holds a draft against the recorded promotions: what it would have refused or let through')
    .argument('<file>', 'the draft as YAML or JSON, - for standard input')
    .addOption(gatedStageOption('the stage whose promotions to judge'))
    .option('--all', 'shows every promotion, not those alone whose verdict changes')
    .addOption(limitOption(200))
    .action(action(test));
  addApply(scoped(policy.command('apply')));
}

function scoped(command: Command): Command {
  return command.option('-m, --model <model>', "the model; the registry's default unless given");
}

async function get(
  session: Session,
  { model, revision, effective }: Scope & { revision?: number; effective?: true },
): Promise<void> {
  const found: GatePolicyResponse | EffectiveGatePolicyResponse =
    revision === undefined
      ? (await currentPolicy(session, { model })).policy
      : await policyRevision(session, { model }, revision);
  const full = 'effectivePolicy' in found ? found.effectivePolicy : found.policy;
  session.answer(found, () => [
    `# ${headline(found)}`,
    toYaml(effective ? full : (found.document ?? found.policy)).trimEnd(),
  ]);
}

function headline({ scope, revision, createdAt, createdBy }: GatePolicyResponse): string {
  if (revision === null) return 'The built-in policy: none was ever set.';
  const owner = scope === 'registry' ? "registry's default" : 'policy of the model';
  return `Revision ${revision} of the ${owner}, by ${createdBy} at ${minute(createdAt)} UTC.`;
}

async function set(session: Session, { model }: Scope, file: string): Promise<void> {
  const stored = await setPolicy(session, { model }, readDocument<GatePolicyDocument>(file));
  session.answer(stored, () => [
    headline(stored).replace(/^Revision (\d+)/, 'Set revision $1'),
    ...adviceText(stored.advice, session.paint),
  ]);
}

interface DiffOptions extends Scope {
  from?: number;
  toRevision?: number;
}

async function diff(session: Session, { model, from, toRevision }: DiffOptions, file?: string): Promise<void> {
  if ((file === undefined) === (toRevision === undefined))
    throw new Error('Name a file, or a revision with --to-revision.');
  const before =
    from === undefined
      ? await ownPolicy(session, { model })
      : (await policyRevision(session, { model }, from)).document;
  const after =
    toRevision === undefined ? readDocument(file!) : (await policyRevision(session, { model }, toRevision)).document;
  const lines = difference(before, after, session.paint);
  session.answer({ before, after, equal: lines.length === 0 }, () => (lines.length > 0 ? lines : 'Nothing differs.'));
}

/** The document of the scope itself; null when a model has none of its own, or nothing was ever set. */
async function ownPolicy(session: Session, scope: Scope): Promise<GatePolicyDocument | null> {
  return (await currentPolicy(session, scope)).own;
}

async function test(
  session: Session,
  { model, to: toStage, all, limit }: Scope & { to: GatedStage; all?: true; limit: number },
  file: string,
): Promise<void> {
  const policy = readDocument<GatePolicyDocument>(file);
  const body = { policy, model, toStage, limit };
  const past = await backTestGatePolicy({ client: session.client, body });
  const { promotions, newlyRefused, newlyLetThrough, items } = past;
  const rows = items
    .filter(({ change }) => all || change !== 'same')
    .map((one) => [
      minute(one.requestedAt),
      one.model,
      one.version,
      one.verdict,
      one.draftVerdict,
      one.change === 'same' ? ' ' : one.message,
    ]);
  session.answer(past, () => [
    `Of ${promotions} promotions the draft would newly refuse ${newlyRefused}, and newly let through ${newlyLetThrough}.`,
    ...(rows.length > 0 ? [table(['ASKED (UTC)', 'MODEL', 'VERSION', 'THEN', 'DRAFT', ' '], rows, session.paint)] : []),
    ...adviceText(past.advice, session.paint),
  ]);
}
