import {
  backTestGatePolicy,
  type EffectiveGatePolicyResponse,
  type GatedStage,
  type GatePolicyDocument,
  type GatePolicyResponse,
} from '@stagegate/client';
import { type Command, Option } from 'commander';
import { readDocument } from '../documents.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { count } from '../parsers.js';
import {
  awaitingText,
  currentPolicy,
  isAwaiting,
  policyRevision,
  policyRevisions,
  type Scope,
  scopeAndFile,
  scopeOf,
  setPolicy,
} from '../policies.js';
import { action, type Session } from '../session.js';
import { adviceText } from '../text/advice.js';
import { BLANK, minute, table } from '../text/table.js';
import { addApply } from './apply.js';
import { gatedStageOption, limitOption, policyCommentOption } from './options.js';
import { addPolicyChanges } from './policy-changes.js';

const MODEL = "the model; the registry's default unless given";

export function addPolicy(program: Command): void {
  const policy = program.command('policy').description('Gate policies: of a model, or the default of the registry');
  scoped(policy.command('get'))
    .description('Shows a policy as it was set')
    .option('--revision <number>', 'an earlier revision', count)
    .option('--effective', 'with presets and short forms written out, and the default composed in')
    .action(action(get));
  scoped(policy.command('revisions'))
    .description('Lists the revisions of a policy, newest first')
    .addOption(limitOption())
    .action(action(revisions));
  addPolicyChanges(policy);
  ofFile(policy.command('set'), 'the policy as YAML or JSON, - for standard input')
    .description('Sets a policy at once; apply shows a plan before')
    .addOption(policyCommentOption())
    .action(action(set));
  ofFile(policy.command('diff'), 'the policy as YAML or JSON, - for standard input')
    .description(
      'Shows how a file differs from the policy, or one revision from another; apply --dry-run checks it, too',
    )
    .option('--from <revision>', 'the revision to start from; the latest unless given', count)
    .option('--to-revision <revision>', 'the revision to compare with, instead of a file', count)
    .action(action(diff));
  ofFile(policy.command('test'), 'the draft as YAML or JSON, - for standard input')
    .description('Holds a draft against the recorded promotions: what it would have refused or let through')
    .addOption(gatedStageOption('the stage whose promotions to judge'))
    .option('--all', 'shows every promotion, not those alone whose verdict changes')
    .addOption(limitOption(200))
    .action(action(test));
  addApply(ofFile(policy.command('apply'), 'the policy as YAML or JSON'));
}

function scoped(command: Command): Command {
  return command.argument('[model]', MODEL).addOption(modelOption());
}

/** Of one argument it is the file, of two the model stands first, as it does everywhere. */
function ofFile(command: Command, description: string): Command {
  return command
    .argument('[model]', MODEL)
    .argument('[file]', description)
    .usage('[options] [model] <file>')
    .addOption(modelOption());
}

function modelOption(): Option {
  return new Option('-m, --model <model>', 'the same as the argument');
}

async function get(
  session: Session,
  { model: option, revision, effective }: Scope & { revision?: number; effective?: true },
  argument?: string,
): Promise<void> {
  const scope = scopeOf(option, argument);
  const found: GatePolicyResponse | EffectiveGatePolicyResponse =
    revision === undefined
      ? (await currentPolicy(session, scope)).policy
      : await policyRevision(session, scope, revision);
  const full = 'effectivePolicy' in found ? found.effectivePolicy : found.policy;
  const { toYaml } = await import('../text/difference.js');
  session.answerDocument(found, () => [
    ...[headline(found), ...(found.comment?.split('\n') ?? [])].map((line) => `# ${line}`),
    toYaml(effective ? full : (found.document ?? found.policy)).trimEnd(),
  ]);
}

async function revisions(
  session: Session,
  { model: option, limit }: Scope & { limit: number },
  argument?: string,
): Promise<void> {
  const items = await policyRevisions(session, scopeOf(option, argument), limit);
  const rows = items.map((one) => [one.revision, minute(one.createdAt), one.createdBy, one.digest, one.comment]);
  session.answer(items, () =>
    table(['REVISION', 'SET (UTC)', 'BY', 'DIGEST', { title: 'COMMENT', prose: true }], rows, session.page),
  );
}

function headline({ scope, revision, createdAt, createdBy }: GatePolicyResponse): string {
  if (revision === null) return 'The built-in policy: none was ever set.';
  const owner = scope === 'registry' ? "registry's default" : 'policy of the model';
  return `Revision ${revision} of the ${owner}, by ${createdBy} at ${minute(createdAt)} UTC.`;
}

async function set(
  session: Session,
  options: Scope & { comment?: string },
  first?: string,
  second?: string,
): Promise<ExitCode> {
  const { scope, file } = scopeAndFile(options.model, first, second);
  const document = await readDocument<GatePolicyDocument>(file);
  const stored = await setPolicy(session, scope, document, { comment: options.comment });
  if (isAwaiting(stored)) {
    session.answer(stored, () => awaitingText(stored));
    return EXIT.awaiting;
  }
  session.answer(stored, () => [
    headline(stored).replace(/^Revision (\d+)/, 'Set revision $1'),
    ...adviceText(stored.advice, session.page),
  ]);
  return EXIT.done;
}

interface DiffOptions extends Scope {
  from?: number;
  toRevision?: number;
}

async function diff(session: Session, options: DiffOptions, first?: string, second?: string): Promise<void> {
  const { from, toRevision } = options;
  if ((first === undefined && toRevision === undefined) || (second !== undefined && toRevision !== undefined))
    throw new Failure('WRONG_USAGE', 'Name a file, or a revision with --to-revision.');
  const { scope, file } =
    toRevision === undefined
      ? scopeAndFile(options.model, first, second)
      : { scope: scopeOf(options.model, first), file: null };
  const before =
    from === undefined ? await ownPolicy(session, scope) : (await policyRevision(session, scope, from)).document;
  const after = file === null ? (await policyRevision(session, scope, toRevision!)).document : await readDocument(file);
  const { difference } = await import('../text/difference.js');
  const lines = difference(before, after, session.page.paint);
  session.answerDocument({ before, after, equal: lines.length === 0 }, () =>
    lines.length > 0 ? lines : 'Nothing differs.',
  );
}

/** The document of the scope itself; null when a model has none of its own, or nothing was ever set. */
async function ownPolicy(session: Session, scope: Scope): Promise<GatePolicyDocument | null> {
  return (await currentPolicy(session, scope)).own;
}

interface TestOptions extends Scope {
  to: GatedStage;
  all?: true;
  limit: number;
}

async function test(session: Session, options: TestOptions, first?: string, second?: string): Promise<void> {
  const { to: toStage, all, limit } = options;
  const { scope, file } = scopeAndFile(options.model, first, second);
  const policy = await readDocument<GatePolicyDocument>(file);
  const body = { policy, model: scope.model, toStage, limit };
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
      one.change === 'same' ? BLANK : one.message,
    ]);
  session.answer(past, () => [
    `Of ${promotions} promotions the draft would newly refuse ${newlyRefused}, and newly let through ${newlyLetThrough}.`,
    ...(rows.length > 0
      ? [table(['ASKED (UTC)', 'MODEL', 'VERSION', 'THEN', 'DRAFT', { title: BLANK, prose: true }], rows, session.page)]
      : []),
    ...adviceText(past.advice, session.page),
  ]);
}
