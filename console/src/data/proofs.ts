import { getCheckpoint, getTransitionAttestation } from '@stagegate/client';
import { client } from './client.js';

/** Signs the record as it is now; the note says so to whoever has the public key. */
export async function takeCheckpoint() {
  const checkpoint = await getCheckpoint({ client, headers: { Accept: 'application/json' } });
  if (typeof checkpoint === 'string') throw new TypeError('The service answered the note alone.');
  return checkpoint;
}

/** What an applied request is attested by, signed. */
export function attestationOf(id: string) {
  return getTransitionAttestation({ client, path: { id } });
}
