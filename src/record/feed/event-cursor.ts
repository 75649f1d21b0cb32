/** Where a reader begins who wants only what is still to come. */
const NOW = 'now';

/** A cursor is the sequence of the last event that was told or passed over; so is the id of an event. */
export function writeEventCursor(sequence: number): string {
  return String(sequence);
}

/** The sequence of a cursor, 0 without one; null when the feed gave out no such cursor. */
export function readEventCursor(cursor: string | undefined): number | typeof NOW | null {
  if (cursor === undefined || cursor === '') return 0;
  if (cursor === NOW) return NOW;
  return /^(0|[1-9]\d{0,14})$/.test(cursor) ? Number(cursor) : null;
}
