import type { Config } from './generated/client/index.js';
import { checkPathSegments } from './path-segments.js';

/** What holds for every client, for the one that operations use when they are given none, too. */
export function createClientConfig<Given extends Config>(given?: Given): Given {
  return { ...given!, requestValidator: checkRequest };
}

async function checkRequest(request: unknown): Promise<void> {
  const { url, path } = request as { url: string; path?: Record<string, unknown> };
  checkPathSegments(url, path);
}
