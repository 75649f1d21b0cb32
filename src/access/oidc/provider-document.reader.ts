export const LONGEST_MS = 5_000;
export const LARGEST_BYTES = 512 * 1024;

/** Reads a JSON document of a provider. */
export type ProviderDocumentReader = (url: string) => Promise<Record<string, unknown>>;

/** Reads a JSON document of a provider, in bounded time and size, and from nowhere else than it was asked for. */
export async function readProviderDocument(url: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  if (!answer.ok || answer.body === null) throw new Error(`${url} answered ${answer.status}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body) {
    bytes += part.length;
    if (bytes > LARGEST_BYTES) throw new Error(`${url} answered more than ${LARGEST_BYTES} bytes`);
    parts.push(part);
  }
  return documentIn(Buffer.concat(parts), url);
}

/** The JSON object that an answer holds. */
export function documentIn(body: Buffer, url: string): Record<string, unknown> {
  const document: unknown = JSON.parse(body.toString('utf8'));
  if (typeof document !== 'object' || document === null) throw new Error(`${url} answered no object`);
  return document as Record<string, unknown>;
}
