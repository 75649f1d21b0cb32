import { z } from 'zod';
import { eventKind } from './event-kind.js';

/** What happens to the keys that sign checkpoints and attestations. */
export const CHECKPOINT_EVENTS = {
  'checkpoint_key.introduced': eventKind(
    'registry',
    'A key was used for the first time to sign checkpoints and attestations.',
    z.strictObject({
      keyId: z.string().describe('Id of the key, eight hexadecimal digits.'),
      name: z.string().describe('Name of the key in notes.'),
      publicKey: z.string().describe('The 32 bytes of the Ed25519 public key, as base64.'),
    }),
  ),
} as const;
