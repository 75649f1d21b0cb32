import { type GateOutcome } from '../../judging/outcome/gate-outcome.js';
import { type WaiversPolicy } from '../../judging/policy/gate-policy.js';
import { isSamePerson } from '../../platform/access/subject.js';
import { isWaivable } from './waived-rules.js';

const DAY_MS = 86_400_000;

/** Why no waiver is granted. */
export type WaiverRefusalCode =
  | 'SERVICE_ACCOUNT'
  | 'SELF_WAIVER'
  | 'WAIVERS_NOT_ALLOWED'
  | 'RULE_NOT_IN_POLICY'
  | 'NOT_WAIVABLE'
  | 'NOTHING_TO_WAIVE'
  | 'WAIVER_REASON_TOO_SHORT'
  | 'WAIVER_EXPIRY_PASSED'
  | 'WAIVER_TOO_LONG'
  | 'ALREADY_WAIVED';

export interface WaiverRefusal {
  code: WaiverRefusalCode;
  detail: string;
}

/** What somebody wants to be waived, and all that it is decided by. */
export interface AskedWaiver {
  ruleId: string;
  reason: string;
  expiresAt: Date;
  by: string;
  isService: boolean;
  /** Persons who may not waive, with what they did. */
  excluded: readonly { subject: string; did: string }[];
  terms: WaiversPolicy;
  judged: Pick<GateOutcome, 'rules'>;
  /** Who waives the rule already on the same ground. */
  holders: readonly string[];
  at: Date;
}

/** Whether a waiver may be granted, with the reason when not; null when it may. */
export function refuseWaiver(asked: AskedWaiver): WaiverRefusal | null {
  return refusePerson(asked) ?? refuseRule(asked) ?? refuseTerms(asked);
}

function refusePerson({ by, isService, excluded, terms, holders, ruleId }: AskedWaiver): WaiverRefusal | null {
  if (isService) return { code: 'SERVICE_ACCOUNT', detail: `${by} is a service account; a person waives.` };
  if (terms.allowFor.length === 0)
    return { code: 'WAIVERS_NOT_ALLOWED', detail: 'The policy allows no waivers for this stage.' };
  const own = excluded.find(({ subject }) => isSamePerson(subject, by));
  if (own) return { code: 'SELF_WAIVER', detail: `${by} ${own.did}, and so does not waive what stands in its way.` };
  if (holders.some((holder) => isSamePerson(holder, by)))
    return { code: 'ALREADY_WAIVED', detail: `${by} waives the rule "${ruleId}" already.` };
  return null;
}

function refuseRule({ ruleId, judged }: AskedWaiver): WaiverRefusal | null {
  const rule = judged.rules.find(({ id }) => id === ruleId);
  if (!rule) {
    const known = judged.rules.map(({ id }) => id).join(', ') || 'none';
    return {
      code: 'RULE_NOT_IN_POLICY',
      detail: `The policy has no rule "${ruleId}" for this stage; it has ${known}.`,
    };
  }
  if (isWaivable(rule)) return null;
  const { status, enforcement } = rule;
  if (enforcement === 'block' && (status === 'FAIL' || status === 'ERROR'))
    return {
      code: 'NOT_WAIVABLE',
      detail: `The rule "${ruleId}" is ${status}: ${rule.message}. Only INCONCLUSIVE is waived.`,
    };
  const why = enforcement === 'block' ? `is ${status}` : `only ${enforcement === 'warn' ? 'warns' : 'observes'}`;
  return { code: 'NOTHING_TO_WAIVE', detail: `The rule "${ruleId}" ${why}, so it stands in no way.` };
}

function refuseTerms({ reason, expiresAt, terms, at }: AskedWaiver): WaiverRefusal | null {
  const { length } = reason.trim();
  if (length < terms.reasonMinLength) {
    const detail = `The policy asks for a reason of at least ${terms.reasonMinLength} characters; this has ${length}.`;
    return { code: 'WAIVER_REASON_TOO_SHORT', detail };
  }
  if (expiresAt <= at) return { code: 'WAIVER_EXPIRY_PASSED', detail: `${expiresAt.toISOString()} is not to come.` };
  const latest = new Date(at.getTime() + terms.maxTtlDays * DAY_MS);
  if (expiresAt > latest) {
    const detail = `A waiver holds ${terms.maxTtlDays} days at most, until ${latest.toISOString()}.`;
    return { code: 'WAIVER_TOO_LONG', detail };
  }
  return null;
}

/** When a waiver ends that says nothing of it. */
export function latestExpiry({ maxTtlDays }: WaiversPolicy, at: Date): Date {
  return new Date(at.getTime() + maxTtlDays * DAY_MS);
}
