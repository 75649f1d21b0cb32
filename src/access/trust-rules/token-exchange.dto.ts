import { IsCount } from '../../platform/http/fields.js';
import { LONGEST_LIFE_SECONDS } from './trust-rules.dto.js';

/** The names are those of RFC 8693. */
export class ExchangedTokenResponse {
  /** The token, to be sent as a bearer token. */
  access_token: string;

  /** Always `urn:ietf:params:oauth:token-type:access_token`. */
  issued_token_type: string;

  /** Always `Bearer`. */
  token_type: string;

  /** How long the token lives, in seconds. */
  @IsCount(60, LONGEST_LIFE_SECONDS)
  expires_in: number;
}
