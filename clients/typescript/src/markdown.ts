import { checkGates, type CheckGatesData } from './generated/index.js';
import { type Client } from './generated/client/index.js';

/** Judges a version by the gates and answers the report as Markdown, fit for a pull-request comment; changes nothing. */
export async function checkGatesMarkdown(
  options: Pick<CheckGatesData, 'body' | 'path'> & { client: Client; signal?: AbortSignal },
): Promise<string> {
  const answer: unknown = await checkGates({ ...options, parseAs: 'text', headers: { Accept: 'text/markdown' } as never });
  return answer as string;
}
