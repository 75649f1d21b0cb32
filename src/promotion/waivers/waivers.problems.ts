import { type Problem, type ProblemFactory, problemKind } from '../../platform/http/problem.js';
import { decisionRefused } from '../approvals/approvals.problems.js';
import { type WaiverRefusal, type WaiverRefusalCode } from './waiver-refusals.js';

const notFound = problemKind(404, 'WAIVER_NOT_FOUND', 'The waiver does not exist');
const notTheirs = problemKind(403, 'NOT_THE_GRANTOR', 'Only who granted a waiver revokes it');

const REFUSALS: Record<Exclude<WaiverRefusalCode, 'SERVICE_ACCOUNT'>, ProblemFactory> = {
  SELF_WAIVER: problemKind(403, 'SELF_WAIVER', 'Separation of duty forbids the waiver'),
  WAIVERS_NOT_ALLOWED: problemKind(409, 'WAIVERS_NOT_ALLOWED', 'The policy allows no waivers'),
  RULE_NOT_IN_POLICY: problemKind(422, 'RULE_NOT_IN_POLICY', 'The policy has no such rule'),
  NOT_WAIVABLE: problemKind(422, 'NOT_WAIVABLE', 'Only inconclusive rules are waived'),
  NOTHING_TO_WAIVE: problemKind(409, 'NOTHING_TO_WAIVE', 'The rule stands in no way'),
  WAIVER_REASON_TOO_SHORT: problemKind(422, 'WAIVER_REASON_TOO_SHORT', 'The reason is too short'),
  WAIVER_EXPIRY_PASSED: problemKind(422, 'WAIVER_EXPIRY_PASSED', 'The waiver would be over already'),
  WAIVER_TOO_LONG: problemKind(422, 'WAIVER_TOO_LONG', 'The waiver would hold too long'),
  ALREADY_WAIVED: problemKind(409, 'ALREADY_WAIVED', 'The caller waives the rule already'),
};

/** The field that a refusal is about, where it is one. */
const POINTERS: Partial<Record<WaiverRefusalCode, string>> = {
  RULE_NOT_IN_POLICY: '/ruleId',
  NOT_WAIVABLE: '/ruleId',
  WAIVER_REASON_TOO_SHORT: '/reason',
  WAIVER_EXPIRY_PASSED: '/expiresAt',
  WAIVER_TOO_LONG: '/expiresAt',
};

export function waiverRefused({ code, detail }: WaiverRefusal): Problem {
  if (code === 'SERVICE_ACCOUNT') return decisionRefused(code, detail);
  const pointer = POINTERS[code];
  return REFUSALS[code](detail, pointer === undefined ? {} : { errors: [{ pointer, code, detail }] });
}

export function waiverNotFound(id: string): Problem {
  return notFound(`The version has no waiver '${id}'.`);
}

export function revocationForbidden(grantedBy: string): Problem {
  return notTheirs(`The waiver was granted by ${grantedBy}; only they or an admin revoke it.`);
}
