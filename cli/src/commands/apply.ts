import { confirm, isCancel } from '@clack/prompts';
import { type GatePolicyDocument } from '@stagegate/client';
import { type Command } from 'commander';
import { readDocument } from '../documents.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { type Plan, planOf } from '../plan.js';
import { currentPolicy, type Scope, setPolicy } from '../policies.js';
import { withProgress } from '../progress.js';
import { action, type Session } from '../session.js';
import { difference } from '../text/difference.js';
import { planText } from '../text/plan.js';

interface ApplyOptions extends Scope {
  yes?: true;
  dryRun?: true;
}

export function addApply(command: Command): void {
  command
    .description('Shows which live models would change verdict, and sets the policy when that is confirmed')
    .argument('<file>', 'the policy as YAML or JSON')
    .option('-y, --yes', 'sets it without asking')
    .option('--dry-run', 'shows the plan and changes nothing')
    .action(action(apply));
}

async function apply(session: Session, { model, yes, dryRun }: ApplyOptions, file: string): Promise<ExitCode> {
  const scope = { model };
  const document = readDocument<GatePolicyDocument>(file);
  const { policy, own, etag } = await currentPolicy(session, scope);
  const lines = difference(own, document, session.paint);
  if (lines.length === 0) {
    session.answer(
      { plan: null, applied: false, revision: null },
      () => 'The policy is set as the file says; nothing to do.',
    );
    return EXIT.done;
  }
  const plan = await withProgress(session, 'Judging the past by the draft', () =>
    planOf(session, scope, document, policy.document),
  );
  session.show([...lines, '', ...planText(plan, session.paint)]);
  if (dryRun) return conclude(session, plan, null);
  if (!yes && !(await isConfirmed(session))) throw new Error('Nothing was changed.');
  const { revision } = await setPolicy(session, scope, document, etag);
  return conclude(session, plan, revision);
}

function conclude(session: Session, plan: Plan, revision: number | null): ExitCode {
  const text = revision === null ? 'Nothing was changed.' : `Set as revision ${revision}.`;
  session.answer({ plan, applied: revision !== null, revision }, () => text);
  return EXIT.done;
}

/** Where nobody can be asked, only --yes is a yes. */
async function isConfirmed(session: Session): Promise<boolean> {
  if (!session.isInteractive)
    throw new Error('Nothing was changed: there is nobody to ask, --yes sets the policy without.');
  const answer = await confirm({ message: 'Set this policy?', initialValue: false, output: process.stderr });
  return !isCancel(answer) && answer;
}
