import { z } from 'zod';
import { eventKind } from './event-kind.js';

const count = z.int().min(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What happens to the record itself. */
export const ARCHIVE_EVENTS = {
  'record.archived': eventKind(
    'registry',
    'The content of the oldest events was moved into a sealed file of the archive.',
    z.strictObject({
      segment: count.describe('Number of the segment, from 1 on.'),
      first: count.describe('Sequence of its first event.'),
      last: count.describe('Sequence of its last event.'),
      events: count.describe('How many events it holds.'),
      digest: digest.describe('Digest of the record up to its last event, as verifications answer it.'),
      fileDigest: digest.describe('SHA-256 of the file up to its seal.'),
    }),
  ),
} as const;
