import { type MeasureOutcome } from '../outcome/gate-outcome.js';
import { type ReasonCode } from '../verdict/reasons.js';
import { type RuleBase } from './rule-kind.js';
import { isSliced } from './sliced-rule.js';

/** Reasons that mean "too little data", which a policy may turn into warnings; missing or contradictory evidence never is. */
const DEMOTABLE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'NOT_SHOWN',
  'UNDERPOWERED',
  'SLICE_TOO_SMALL',
  'UNTESTED_SHARE',
  'NO_VARIATION',
  'DEGENERATE_VARIANCE',
]);

/** Whether too little data on a measure only warns, as the policy says; never on the whole, never on a critical slice. */
export function isOnlyWarned(rule: RuleBase, { status, reasonCode, slice }: MeasureOutcome): boolean {
  if (!isSliced(rule) || rule.onInconclusive !== 'warn' || rule.critical) return false;
  return status === 'INCONCLUSIVE' && DEMOTABLE.has(reasonCode) && Object.keys(slice).length > 0;
}
