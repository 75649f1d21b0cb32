import { IsCount } from '../../platform/http/fields.js';
import { ProblemResponse } from '../../platform/http/problem.dto.js';
import { IsSecret } from '../../platform/http/secret.js';
import { LONGEST_LIFE_SECONDS } from './trust-rules.dto.js';

/** The names are those of RFC 8693. */
export class ExchangedTokenResponse {
  /** The token, to be sent as a bearer token. */
  @IsSecret()
  access_token: string;

  /** Always `urn:ietf:params:oauth:token-type:access_token`. */
  issued_token_type: string;

  /** Always `Bearer`. */
  token_type: string;

  /** How long the token lives, in seconds. */
  @IsCount(60, LONGEST_LIFE_SECONDS)
  expires_in: number;
}

/** A problem with the members that clients of OAuth look for. */
export class ExchangeProblemResponse extends ProblemResponse {
  /** What RFC 6749 calls it, such as `invalid_request`. */
  error?: string;

  /** The same as `detail`. */
  error_description?: string;
}
