import { guidesAt } from './problem-guide.js';

/** What the archive of the record answers. */
export const ARCHIVE_GUIDES = guidesAt('/api/v1/events', {
  EVENTS_ARCHIVED: [
    'The content of the oldest events was moved into files, and what was asked for begins with or needs one of them: a cursor of the feed, an export, a delivery to be sent again, an attestation.',
    'Ask whoever runs the service for the segments of the archive, which hold these events line by line. Then go on from the sequence that the answer names.',
    'Events up to 4711, of 2025-12-31T23:59:59.998Z and before, are in the archive. Read its segments, then go on from 4711.',
    ['INVALID_EVENT_CURSOR', 'EVENT_NOT_FOUND'],
  ],
});
