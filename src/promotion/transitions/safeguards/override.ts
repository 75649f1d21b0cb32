import { type GateReportContent } from '../../../judging/gate-report.js';
import { type RuleOutcome } from '../../../judging/outcome/gate-outcome.js';
import { type ApprovalsPolicy } from '../../../judging/policy/gate-policy.js';
import { type OverridePolicy } from '../../../judging/policy/override-policy.js';
import { BREAK_GLASS_ROLE } from '../../approvals/approvals.js';

/** What stood in the way of a promotion, in the words of the time. */
export interface BypassedBlocker {
  code: string;
  detail: string;
}

/** How the gates are passed in an emergency, as its transition keeps it. */
export interface StoredOverride {
  ticket: string | null;
  bypassed: BypassedBlocker[];
  reviewDueDays: number;
}

/** Errors that are the service's or the author's of the policy, and leave what was measured as good as it was. */
const SYSTEM_FAULTS: ReadonlySet<string> = new Set([
  'EVALUATION_NOT_COMPLETE',
  'JUDGEMENT_FAILED',
  'POLICY_INVALID',
  'TOO_MANY_SLICES',
]);

/** Something that a report says stands in the way. */
interface Objection {
  status: string;
  code: string;
  message: string;
}

/** Who has to confirm that the gates are passed: another person with the right to it; null when nobody has to. */
export function confirmationNeeded(
  usual: ApprovalsPolicy | null,
  { secondPerson, role }: OverridePolicy,
): ApprovalsPolicy | null {
  if (!secondPerson) return null;
  const slots = [{ role: role ?? BREAK_GLASS_ROLE, count: 1 }];
  return { ...usual, slots, distinctPersons: true, excludeActors: ['requester'], rejectionIsVeto: true };
}

/** What an emergency does not get past, and which approvals it does without. */
export function overrideFacts(
  content: GateReportContent,
  usual: ApprovalsPolicy | null,
  policy: OverridePolicy,
): { unpassable: BypassedBlocker[]; spared: BypassedBlocker[] } {
  const count = (usual?.slots ?? []).reduce((sum, slot) => sum + slot.count, 0);
  const detail = `${count} ${count === 1 ? 'approval is' : 'approvals are'} missing.`;
  const spared = count === 0 ? [] : [{ code: 'APPROVALS_LACKING', detail }];
  return { unpassable: findUnpassable(content, policy), spared };
}

/** What of a judgement nobody gets past: evidence that contradicts itself or compares nothing, and what the policy names. */
function findUnpassable(content: GateReportContent, { never }: OverridePolicy): BypassedBlocker[] {
  const found = objectionsOf(content).filter(
    ({ status, code }) => (status === 'ERROR' && !SYSTEM_FAULTS.has(code)) || never.includes(code),
  );
  return [...new Map(found.map(({ code, message }) => [code, { code, detail: message }])).values()];
}

function objectionsOf({ blockers, rules }: GateReportContent): Objection[] {
  const besides = blockers.map(({ status, reasonCode, message }) => ({ status, code: reasonCode, message }));
  return [...besides, ...rules.filter(({ enforcement }) => enforcement === 'block').flatMap(ofRule)];
}

function ofRule(rule: RuleOutcome): Objection[] {
  const parts = [rule, ...rule.measures.filter(({ demoted }) => demoted !== true)];
  const own = parts
    .filter(({ status }) => status !== 'PASS' && status !== 'SKIPPED')
    .map(({ status, reasonCode, message }) => ({ status, code: reasonCode, message }));
  return [...own, ...(rule.rules ?? []).flatMap(ofRule)];
}
