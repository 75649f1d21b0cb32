import {
  type EffectiveGatePolicyResponse,
  type GatePolicyDocument,
  type GatePolicyResponse,
  getDefaultGatePolicy,
  getDefaultGatePolicyRevision,
  getGatePolicy,
  getGatePolicyRevision,
  listDefaultGatePolicyRevisions,
  listGatePolicyRevisions,
  setDefaultGatePolicy,
  setGatePolicy,
  type PolicyChangeResponse,
} from '@stagegate/client';
import { Failure } from './failure.js';
import { first } from './lists.js';
import { type Session } from './session.js';

/** Where a policy holds: one model, or the registry's default for all. */
export interface Scope {
  model?: string;
}

/** The model of a command, as its argument or by --model; nothing means the registry's default. */
export function scopeOf(option: string | undefined, argument: string | undefined): Scope {
  if (option !== undefined && argument !== undefined && option !== argument)
    throw new Failure('WRONG_USAGE', `Two models are named, ${argument} and ${option}.`);
  return { model: argument ?? option };
}

/** Of two arguments the model and the file, of one the file. */
export function scopeAndFile(
  option: string | undefined,
  ...[one, other]: (string | undefined)[]
): { scope: Scope; file: string } {
  const file = other ?? one;
  if (file === undefined) throw new Failure('WRONG_USAGE', "Missing required argument 'file'.");
  return { scope: scopeOf(option, other === undefined ? undefined : one), file };
}

export interface CurrentPolicy {
  policy: EffectiveGatePolicyResponse;
  /** The document the scope itself set last; null when it set none. */
  own: GatePolicyDocument | null;
  /** Names what was read, for a change that is meant for it alone. */
  etag: string;
}

export async function currentPolicy({ client }: Session, { model }: Scope): Promise<CurrentPolicy> {
  // The answer with its headers, which the operation leaves out otherwise.
  const whole = { client, responseStyle: 'fields' as never };
  const answer: unknown =
    model === undefined ? await getDefaultGatePolicy(whole) : await getGatePolicy({ ...whole, path: { model } });
  const { data: policy, response } = answer as { data: EffectiveGatePolicyResponse; response: Response };
  const isOwn = policy.scope === (model === undefined ? 'registry' : 'model');
  return { policy, own: isOwn ? policy.document : null, etag: response.headers.get('ETag') ?? '*' };
}

export function policyRevision({ client }: Session, { model }: Scope, revision: number): Promise<GatePolicyResponse> {
  return model === undefined
    ? getDefaultGatePolicyRevision({ client, path: { revision } })
    : getGatePolicyRevision({ client, path: { model, revision } });
}

/** The newest revisions of a policy, as many as asked for. */
export function policyRevisions({ client }: Session, { model }: Scope, limit: number): Promise<GatePolicyResponse[]> {
  return model === undefined
    ? first(listDefaultGatePolicyRevisions, { client }, limit)
    : first(listGatePolicyRevisions, { client, path: { model } }, limit);
}

/** Makes a new revision, or asks for one where the policy wants its changes approved; with an ETag only while the policy is still the one that was read. */
export function setPolicy(
  { client }: Session,
  { model }: Scope,
  body: GatePolicyDocument,
  { etag, comment }: { etag?: string; comment?: string } = {},
): Promise<EffectiveGatePolicyResponse | PolicyChangeResponse> {
  const headers = etag === undefined ? undefined : { 'If-Match': etag };
  return model === undefined
    ? setDefaultGatePolicy({ client, body, headers, query: { comment } })
    : setGatePolicy({ client, path: { model }, body, headers, query: { comment } });
}

/** Whether a policy waits to be approved instead of being set. */
export function isAwaiting(answer: EffectiveGatePolicyResponse | PolicyChangeResponse): answer is PolicyChangeResponse {
  return 'requestedBy' in answer;
}

/** What to say of a change that waits. */
export function awaitingText({ id, scope }: PolicyChangeResponse): string {
  const owner = scope === 'registry' ? "registry's default" : 'policy of the model';
  return `The change of the ${owner} awaits approval, as ${id}; until then nothing changes.`;
}
