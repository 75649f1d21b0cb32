import { type Problem, problemKind } from '../../platform/http/problem.js';
import { type ArchiveExtent } from './archive-extent.js';

const exportsRunning = problemKind(429, 'EXPORTS_RUNNING', 'As many exports run as the service carries at once');

const eventsArchived = problemKind(410, 'EVENTS_ARCHIVED', 'What was asked for is in the archive');

export function exportsRun(whose: string, most: number): Problem {
  return exportsRunning(`${most} exports ${whose} are running. Ask again when one has ended.`, {
    headers: { 'Retry-After': '5' },
  });
}

/** What was asked for needs the content of events that were archived; `remedy` says where to go on. */
export function eventsAreArchived({ through, until }: ArchiveExtent, remedy: string): Problem {
  return eventsArchived(`Events up to ${through}, of ${until.toISOString()} and before, are in the archive. ${remedy}`);
}
