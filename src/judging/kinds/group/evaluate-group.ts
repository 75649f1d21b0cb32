import { type RuleOutcome } from '../../outcome/gate-outcome.js';
import { type GroupRule } from '../../policy/gate-policy.js';
import { type Status } from '../../outcome/verdict.js';

/** How a group of at least k rules ends, by how many still could pass; gates.md §1.3. */
export function concludeGroup(
  rule: GroupRule,
  rules: readonly RuleOutcome[],
): Pick<RuleOutcome, 'status' | 'reasonCode' | 'message'> {
  const count = (...statuses: Status[]) => rules.filter(({ status }) => statuses.includes(status)).length;
  const passed = count('PASS');
  const sentence = `${passed} of ${rules.length} rules pass, at least ${rule.atLeast} must.`;
  const end = (status: Status, reasonCode: string) => ({ status, reasonCode, message: `${sentence} ${status}` });
  if (count('SKIPPED') === rules.length) return end('SKIPPED', rules[0]?.reasonCode ?? 'NO_EFFECTIVE_RULES');
  if (passed >= rule.atLeast) return end('PASS', 'ENOUGH_PASS');
  if (count('PASS', 'INCONCLUSIVE', 'SKIPPED') >= rule.atLeast) return end('INCONCLUSIVE', 'TOO_FEW_CONCLUDED');
  if (count('PASS', 'INCONCLUSIVE', 'SKIPPED', 'ERROR') >= rule.atLeast) return end('ERROR', 'TOO_FEW_JUDGED');
  return end('FAIL', 'TOO_FEW_PASS');
}
