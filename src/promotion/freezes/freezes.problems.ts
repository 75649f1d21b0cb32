import { type Problem, problemKind } from '../../platform/http/problem.js';

const notFound = problemKind(404, 'FREEZE_NOT_FOUND', 'The freeze does not exist');
const ended = problemKind(409, 'FREEZE_ENDED', 'The freeze was ended already');
const tooMany = problemKind(409, 'TOO_MANY_FREEZES', 'As many freezes stand as there may be');
const tooLong = problemKind(400, 'CALENDAR_TOO_LONG', 'The calendar covers too much time');

export function freezeNotFound(id: string): Problem {
  return notFound(`There is no freeze '${id}'.`);
}

export function freezeEnded(id: string, by: string): Problem {
  return ended(`Freeze ${id} was ended by ${by} already.`);
}

export function tooManyFreezes(of: string, most: number): Problem {
  return tooMany(
    `${most} freezes of ${of} hold or are to come, which is as many as there may be. End some of them first.`,
  );
}

export function calendarTooLong(mostDays: number): Problem {
  const detail = `A calendar runs from a time to a later one, and over at most ${mostDays} days.`;
  return tooLong(detail, { errors: [{ in: 'query', pointer: '/to', detail }] });
}
