import { MODEL_NAME } from '../../values/values.js';

export const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange';
export const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token';
const JWT_TYPE = 'urn:ietf:params:oauth:token-type:jwt';

/** What a token that is handed in may call itself; each is a JWT here. */
export const SUBJECT_TOKEN_TYPES = [JWT_TYPE, 'urn:ietf:params:oauth:token-type:id_token', ACCESS_TOKEN_TYPE];
const REQUESTED_TYPES = [ACCESS_TOKEN_TYPE, JWT_TYPE];
const LONGEST_TOKEN = 8_000;

/** Whatever was sent of the form, a list where a parameter came twice. */
export type ExchangeForm = Readonly<Record<string, unknown>>;

/** Why a form asks for no exchange, in the words of RFC 6749 and in ours; null when it asks for one. */
export function formFault(
  form: ExchangeForm,
): { error: 'invalid_request' | 'unsupported_grant_type'; detail: string } | null {
  const twice = Object.entries(form).find(([, value]) => typeof value !== 'string');
  if (twice !== undefined) return invalid(`${twice[0]} must be given once.`);
  const { grant_type: grant, subject_token: token, subject_token_type: type } = form;
  if (grant === undefined || grant === '') return invalid('grant_type is missing.');
  if (grant !== GRANT_TYPE) return { error: 'unsupported_grant_type', detail: `grant_type must be ${GRANT_TYPE}.` };
  if (typeof token !== 'string' || token === '' || token.length > LONGEST_TOKEN)
    return invalid(`subject_token must be a token of at most ${LONGEST_TOKEN} characters.`);
  if (!SUBJECT_TOKEN_TYPES.includes(type as string))
    return invalid(`subject_token_type must be one of ${SUBJECT_TOKEN_TYPES.join(', ')}.`);
  if ('actor_token' in form) return invalid('actor_token is not taken: a token speaks for its own subject.');
  const { requested_token_type: wanted = ACCESS_TOKEN_TYPE, model } = form;
  if (model !== undefined && !MODEL_NAME.test(model as string)) return invalid('model must be the name of a model.');
  if (!REQUESTED_TYPES.includes(wanted as string))
    return invalid(`requested_token_type must be one of ${REQUESTED_TYPES.join(', ')}.`);
  return null;
}

function invalid(detail: string) {
  return { error: 'invalid_request', detail } as const;
}
