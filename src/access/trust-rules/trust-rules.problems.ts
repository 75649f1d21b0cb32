import { type Problem, problemKind } from '../../platform/http/problem.js';

const TRUST_RULE_NOT_FOUND = problemKind(404, 'TRUST_RULE_NOT_FOUND', 'The trust rule does not exist');
const TOKEN_EXCHANGE_REFUSED = problemKind(400, 'TOKEN_EXCHANGE_REFUSED', 'The token is exchanged for none of ours');

/** What RFC 6749 §5.2 and RFC 8693 §2.2.2 call the ways to be refused. */
export type ExchangeError = 'invalid_request' | 'unsupported_grant_type';

export function trustRuleNotFound(id: string): Problem {
  return TRUST_RULE_NOT_FOUND(`There is no trust rule ${id}.`);
}

/** A problem as all others are, with the members that clients of OAuth look for beside it. */
export function exchangeRefused(error: ExchangeError, detail: string): Problem {
  return TOKEN_EXCHANGE_REFUSED(detail, { extensions: { error, error_description: detail } });
}
