import { type RuleOutcome } from '../../outcome/gate-outcome.js';
import { type Conclusion } from '../../outcome/measure-outcome.js';
import { type ReasonCode } from '../../verdict/reasons.js';
import { type Status } from '../../verdict/verdict.js';
import { GROUP_CODES } from './group-reasons.js';

/** How a group of at least k rules ends, by how many still could pass; gates.md §1.3. */
export function concludeGroup(
  { atLeast }: { atLeast: number },
  rules: readonly Pick<RuleOutcome, 'status' | 'reasonCode'>[],
): Conclusion {
  const count = (...statuses: Status[]) => rules.filter(({ status }) => statuses.includes(status)).length;
  const passed = count('PASS');
  const sentence = `${passed} of ${rules.length} rules pass, at least ${atLeast} must.`;
  const end = (status: Status, reasonCode: ReasonCode) => ({ status, reasonCode, message: `${sentence} ${status}` });
  if (count('SKIPPED') === rules.length) return end('SKIPPED', rules[0]?.reasonCode ?? 'NO_EFFECTIVE_RULES');
  if (passed >= atLeast) return end('PASS', GROUP_CODES.ENOUGH_PASS);
  if (count('PASS', 'INCONCLUSIVE', 'SKIPPED') >= atLeast) return end('INCONCLUSIVE', GROUP_CODES.TOO_FEW_CONCLUDED);
  if (count('PASS', 'INCONCLUSIVE', 'SKIPPED', 'ERROR') >= atLeast) return end('ERROR', GROUP_CODES.TOO_FEW_JUDGED);
  return end('FAIL', GROUP_CODES.TOO_FEW_PASS);
}
