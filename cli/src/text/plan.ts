import { type LiveModel, type Plan } from '../plan.js';
import { adviceText } from './advice.js';
import { type Page } from './page.js';
import { table } from './table.js';

/** What a draft would change, in the order in which it matters. */
export function planText(plan: Plan, page: Page): string[] {
  const { live, openRequests, promotions, newlyRefused, newlyLetThrough, advice, everything } = plan;
  const changed = everything?.changed ?? live.filter(({ changes }) => changes).length;
  const unknown = everything?.unknown ?? live.filter(({ verdict }) => verdict === null).length;
  const all = everything?.live ?? live.length;
  const rows = live.map((one) => [one.model, one.version, one.verdict, one.draftVerdict, remark(one)]);
  return [
    all === 0
      ? 'No model it holds for is live.'
      : `${page.paint('bold', 'Live models')}, judged on the evidence they were promoted with: ${changed} of ${all} would change verdict${unknown > 0 ? `, of ${unknown} it is unknown` : ''}.`,
    ...(rows.length > 0 ? [table(['MODEL', 'VERSION', 'NOW', 'DRAFT', { title: ' ', prose: true }], rows, page)] : []),
    `Of ${promotions} recorded promotions the draft would newly refuse ${newlyRefused}, and newly let through ${newlyLetThrough}.`,
    ...(everything && everything.promotionsUnknown > 0
      ? [
          `Of ${everything.promotionsUnknown} of them it is unknown, since the record does not hold what they were judged by.`,
        ]
      : []),
    ...(openRequests.length > 0
      ? [
          `Open requests that become stale: ${openRequests.map(({ model, version }) => `${model} ${version}`).join(', ')}.`,
        ]
      : []),
    ...adviceText(advice, page),
  ];
}

function remark({ changes, verdict, message }: LiveModel): string {
  if (verdict === null) return 'unknown: no recorded judgement to repeat';
  return changes ? (message ?? 'changes') : ' ';
}
