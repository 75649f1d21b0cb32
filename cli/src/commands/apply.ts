import { type GatePolicyDocument } from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { readDocument } from '../documents.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { type Plan, planOf } from '../plan.js';
import { awaitingText, currentPolicy, isAwaiting, type Scope, scopeAndFile, setPolicy } from '../policies.js';
import { withProgress } from '../progress.js';
import { action, type Session } from '../session.js';
import { policyCommentOption } from './options.js';
import { planText } from '../text/plan.js';

interface ApplyOptions extends Scope {
  comment?: string;
  yes?: true;
  dryRun?: true;
}

export function addApply(command: Command): void {
  command
    .description('Shows which live models would change verdict, and sets the policy when that is confirmed')
    .option('-y, --yes', 'sets it without asking')
    .option('--dry-run', 'shows the plan and changes nothing')
    .addOption(policyCommentOption())
    .action(action(apply));
}

async function apply(session: Session, options: ApplyOptions, first?: string, second?: string): Promise<ExitCode> {
  const { yes, dryRun, comment } = options;
  const { scope, file } = scopeAndFile(options.model, first, second);
  const document = await readDocument<GatePolicyDocument>(file);
  const { policy, own, etag } = await currentPolicy(session, scope);
  const { difference } = await import('../text/difference.js');
  const lines = difference(own, document, session.page.paint);
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
  session.showDocument([...lines, '']);
  session.show(planText(plan, session.page));
  if (dryRun) return conclude(session, plan, null);
  await confirmed(session, { question: 'Set this policy?', yes, unasked: 'needs yes' });
  const answer = await setPolicy(session, scope, document, { etag, comment });
  if (!isAwaiting(answer)) return conclude(session, plan, answer.revision);
  session.answer({ plan, applied: false, revision: null, policyChange: answer.id }, () => awaitingText(answer));
  return EXIT.awaiting;
}

function conclude(session: Session, plan: Plan, revision: number | null): ExitCode {
  const text = revision === null ? 'Nothing was changed.' : `Set as revision ${revision}.`;
  session.answer({ plan, applied: revision !== null, revision }, () => text);
  return EXIT.done;
}
