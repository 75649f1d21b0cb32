import { type LiveModel, type Plan } from '../plan.js';
import { adviceText } from './advice.js';
import { type Paint } from './paint.js';
import { table } from './table.js';

/** What a draft would change, in the order in which it matters. */
export function planText(plan: Plan, paint: Paint): string[] {
  const { live, openRequests, promotions, newlyRefused, newlyLetThrough, advice } = plan;
  const changing = live.filter(({ changes }) => changes);
  const rows = live.map((one) => [one.model, one.version, one.verdict, one.draftVerdict, remark(one)]);
  return [
    live.length === 0
      ? 'No model it holds for is live.'
      : `${paint('bold', 'Live models')}, judged on the evidence they were promoted with: ${changing.length} of ${live.length} would change verdict.`,
    ...(rows.length > 0 ? [table(['MODEL', 'VERSION', 'NOW', 'DRAFT', ' '], rows, paint)] : []),
    `Of ${promotions} recorded promotions the draft would newly refuse ${newlyRefused}, and newly let through ${newlyLetThrough}.`,
    ...(openRequests.length > 0
      ? [
          `Open requests that become stale: ${openRequests.map(({ model, version }) => `${model} ${version}`).join(', ')}.`,
        ]
      : []),
    ...adviceText(advice, paint),
  ];
}

function remark({ changes, verdict, message }: LiveModel): string {
  if (verdict === null) return 'no recorded judgement to repeat';
  return changes ? (message ?? 'changes') : ' ';
}
