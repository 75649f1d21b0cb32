import { isOfThisMachine } from '../../platform/config/issuers.js';
import { type Outbound } from '../../platform/egress/outbound.service.js';
import { documentIn, LARGEST_BYTES, LONGEST_MS, readProviderDocument } from './provider-document.reader.js';

const ACCEPT = { accept: 'application/json' };

/**
 * Reads a document of an issuer that a trust rule names and nobody configured: from this machine only where the issuer itself is
 * on it, and otherwise only from addresses that may be called.
 */
export async function readForeignDocument(
  outbound: Outbound,
  issuer: string,
  url: string,
): Promise<Record<string, unknown>> {
  if (isOfThisMachine(issuer)) {
    if (!isOfThisMachine(url)) throw new Error(`${issuer} is of this machine, and ${url} is not`);
    return readProviderDocument(url);
  }
  const { status, body } = await outbound.get(url, {
    headers: ACCEPT,
    longestMs: LONGEST_MS,
    largestBytes: LARGEST_BYTES,
  });
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  return documentIn(body, url);
}
