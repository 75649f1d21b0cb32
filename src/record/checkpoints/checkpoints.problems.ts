import { type Problem, problemKind } from '../../platform/http/problem.js';

const recordShorter = problemKind(409, 'RECORD_SHORTER', 'The record has fewer events than that');
const eventNotFound = problemKind(404, 'EVENT_NOT_FOUND', 'There is no event of this sequence');
const recordUnsettled = problemKind(503, 'RECORD_UNSETTLED', 'The record is being written to');

export function recordIsShorter(size: number, now: number): Problem {
  return recordShorter(
    `The record has ${now} settled events, not ${size}. If a checkpoint of ${size} was signed, events were removed since.`,
  );
}

export function eventIsNotThere(sequence: number, size: number): Problem {
  return eventNotFound(`None of the first ${size} events has the sequence ${sequence}.`);
}

export function recordIsUnsettled(): Problem {
  return recordUnsettled('A transaction that began earlier is still open. Ask again in a moment.', {
    headers: { 'Retry-After': '1' },
  });
}
