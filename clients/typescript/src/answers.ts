import { ConnectionError, StagegateError, UnexpectedAnswerError } from './problems.js';

const JSON_TYPE = 'application/json';
/** What the service answers a success with, unless the caller asks for something else: JSON, its lines, and its metrics. */
const OWN_TYPE = /^(application\/(json|x-ndjson)|text\/plain; version=)/;

/** Throws an `UnexpectedAnswerError` for a success that no Stagegate gives, such as the page of a proxy. */
export async function checkSuccess(request: unknown, response: Response): Promise<Response> {
  if (!response.ok || !(request instanceof Request)) return response;
  const given = response.headers.get('Content-Type') ?? '';
  const type = given.split(';')[0]!.trim();
  const asked = request.headers.get('Accept');
  const isOwn = asked === null || asked === '*/*' ? OWN_TYPE.test(given) : asked.includes(type) && type !== '';
  if (response.status === 204 ? request.method !== 'DELETE' : !isOwn) throw await unexpected(response);
  return type === JSON_TYPE ? whole(response, request.signal) : response;
}

/** The answer with its text, which is JSON: nothing at all would be read as an object without fields. */
async function whole(response: Response, signal: AbortSignal): Promise<Response> {
  const text = await response.text().catch((cause: unknown) => {
    throw cause instanceof StagegateError || signal.aborted ? cause : new ConnectionError('The answer broke off.', { cause });
  });
  if (text.trim() === '') throw new UnexpectedAnswerError(response.status, text, null);
  return new Response(text, response);
}

async function unexpected(response: Response): Promise<UnexpectedAnswerError> {
  return new UnexpectedAnswerError(response.status, await response.text(), null);
}
