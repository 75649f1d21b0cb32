import { Cron } from 'croner';
import { judgeFreeze, normaliseFreeze } from './freeze-policy.js';
import { type FreezeWindow, momentOf, neverBegins, spanAt, spansBetween, windowFaults } from './freeze-windows.js';

const at = (time: string): Date => new Date(time);
const holds = (window: FreezeWindow, zone: string, time: string): boolean => spanAt(window, zone, at(time)) !== null;

const WEEKEND = { cron: '0 18 * * 5', duration: 'PT62H' };

it.each([
  ['a millisecond before it starts', '2026-11-27T16:59:59.999Z', false],
  ['as it starts', '2026-11-27T17:00:00.000Z', true],
  ['a millisecond before it ends', '2026-11-30T06:59:59.999Z', true],
  ['as it ends', '2026-11-30T07:00:00.000Z', false],
])('a window holds from its start until just before its end: %s', (_case, time, expected) => {
  expect(holds(WEEKEND, 'Europe/Amsterdam', time)).toBe(expected);
});

/** Both changes of the clock in three zones, the last one by half an hour; a skipped start comes as the clock goes on. */
it.each([
  ['Europe/Amsterdam', 'spring', '30 2 * * *', '2026-03-29T01:00:00.000Z'],
  ['Europe/Amsterdam', 'autumn', '30 2 * * *', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', 'spring', '30 2 * * *', '2026-03-08T07:00:00.000Z'],
  ['America/New_York', 'autumn', '30 1 * * *', '2026-11-01T05:30:00.000Z'],
  ['Australia/Lord_Howe', 'spring', '15 2 * * *', '2026-10-03T15:30:00.000Z'],
  ['Australia/Lord_Howe', 'autumn', '45 1 * * *', '2026-04-04T14:45:00.000Z'],
])('starts by the clock of %s in %s and lasts in real time', (zone, _season, cron, start) => {
  const window = { cron, duration: 'PT2H' };
  const moment = (offset: number): string => new Date(Date.parse(start) + offset).toISOString();
  expect([-1, 0, 7_199_999, 7_200_000].map((offset) => holds(window, zone, moment(offset)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it.each([
  ['Europe/Amsterdam', '2026-03-28T17:00:00Z', 13],
  ['Europe/Amsterdam', '2026-10-24T16:00:00Z', 15],
])('a span of the clock in %s that crosses a change is an hour shorter or longer', (zone, start, hours) => {
  const window = { start: `${start.slice(0, 10)}T18:00`, end: `${nextDay(start)}T08:00` };
  const span = spanAt(window, zone, at(start))!;
  expect(span.start.toISOString()).toBe(at(start).toISOString());
  expect((span.end!.getTime() - span.start.getTime()) / 3_600_000).toBe(hours);
});

function nextDay(time: string): string {
  return new Date(Date.parse(time) + 86_400_000).toISOString().slice(0, 10);
}

it('occurrences that touch are one, and what never stops has no end in sight', () => {
  const nightly = { cron: '0 0 * * 1-3', duration: 'P1D' };
  expect(spanAt(nightly, 'UTC', at('2026-11-23T12:00:00Z'))).toMatchObject({ end: at('2026-11-26T00:00:00Z') });
  expect(spanAt({ cron: '* * * * *', duration: 'PT1M' }, 'UTC', at('2026-11-23T12:00:00Z'))).toMatchObject({
    end: null,
  });
});

it('a span of time shows every occurrence that reaches into it', () => {
  const range = { from: at('2026-11-28T00:00:00Z'), to: at('2026-12-11T17:00:00Z') };
  expect([...spansBetween(WEEKEND, 'Europe/Amsterdam', range)].map(({ start }) => start.toISOString())).toEqual([
    '2026-11-27T17:00:00.000Z',
    '2026-12-04T17:00:00.000Z',
  ]);
});

it.each([
  ['0 18 * * 5', 'PT62H', 'Europe/Amsterdam'],
  ['*/10 * * * *', 'PT25M', 'UTC'],
  ['30 2 * * *', 'PT1H', 'America/New_York'],
  ['0 0 29 2 *', 'P1D', 'UTC'],
  ['0 0 31 2 *', 'P1D', 'UTC'],
])('what is remembered of %s for %s says nothing else at another time, later or earlier', (cron, duration, zone) => {
  const window = { cron, duration };
  const times = Array.from({ length: 60 }, (_, index) => Date.parse('2026-10-24T00:00:00Z') + index * 1_234_567);
  const asked = [...times, ...times.toReversed(), ...times.map((_, index) => times[(index * 37) % times.length]!)];
  for (const time of asked) {
    const range = { from: new Date(time), to: new Date(time + 1) };
    const [begun] = [...spansBetween(window, zone, range)];
    expect(spanAt(window, zone, new Date(time))?.start).toEqual(begun?.start);
  }
});

/** Counts what is asked of crons meanwhile, which is what windows cost. */
function looksOf(work: () => void): number {
  const { nextRun, previousRuns } = Cron.prototype;
  let looks = 0;
  Cron.prototype.nextRun = function (...asked) {
    looks += 1;
    return nextRun.apply(this, asked);
  };
  Cron.prototype.previousRuns = function (...asked) {
    looks += 1;
    return previousRuns.apply(this, asked);
  };
  try {
    work();
  } finally {
    Object.assign(Cron.prototype, { nextRun, previousRuns });
  }
  return looks;
}

describe('windows that were made to cost', () => {
  /** Open for a second of each minute, in which it is closed by another: whoever looks for an end looks at all of them each minute. */
  const seconds = Array.from({ length: 100 }, (_, minute) => ({
    cron: `0-59,${minute % 60} * * * *`,
    duration: 'PT1S',
  }));
  const allow = seconds.map(({ cron, duration }, index) => ({ cron, duration: index < 60 ? duration : 'PT2S' }));
  const freeze = normaliseFreeze({
    deny: [{ cron: '* * * * *', duration: 'PT3S' }],
    allow,
    timeZone: 'Asia/Kathmandu',
  });
  const now = at('2026-11-27T12:30:10Z');
  const judge = () => expect(judgeFreeze(freeze, 'PROMOTION', now)).toMatchObject({ because: 'allow', until: null });

  it('are looked at once each, and no further ahead than is done at once', () => {
    expect(looksOf(judge)).toBeLessThan(1_500);
  });

  it('are not found to hold less for that', () => {
    const always = normaliseFreeze({ deny: [{ cron: '* * * * *', duration: 'PT1M' }] });
    expect(judgeFreeze(always, 'PROMOTION', now, { left: 0 })).toMatchObject({ because: 'deny', until: null });
  });
});

it('31 February never comes', () => {
  expect(neverBegins({ cron: '0 0 31 2 *', duration: 'PT1H' }, 'UTC')).toBe(true);
  expect(neverBegins({ cron: '0 0 29 2 *', duration: 'PT1H' }, 'UTC')).toBe(false);
});

it.each<[string, FreezeWindow, string, string[]]>([
  ['a zone of another planet', WEEKEND, 'Mars/Base', ['timeZone']],
  ['an offset for a zone', WEEKEND, '+02:00', ['timeZone']],
  ['a minute that no hour has', { cron: '61 * * * *', duration: 'PT1H' }, 'UTC', ['cron']],
  ['seconds', { cron: '0 0 18 * * 5', duration: 'PT1H' }, 'UTC', ['cron']],
  ['no duration', { cron: '0 18 * * 5', duration: 'PT0H' }, 'UTC', ['duration']],
  ['more than a year', { cron: '0 18 * * 5', duration: 'P400D' }, 'UTC', ['duration']],
  ['a day that does not exist', { start: '2026-02-30T00:00', end: '2026-03-01T00:00' }, 'UTC', ['start']],
  ['no times', { start: 'now', end: 'later' }, 'UTC', ['start', 'end']],
  ['an end before the start', { start: '2026-02-02T00:00', end: '2026-02-01T00:00' }, 'UTC', ['end']],
])('%s is a fault of the window', (_case, window, zone, fields) => {
  expect(windowFaults(window, zone).map((fault) => fault.at)).toEqual(fields);
});

it('reads times of a clock in their zone, and others by their offset', () => {
  expect(momentOf('2026-07-01T12:00', 'Europe/Amsterdam')).toEqual(at('2026-07-01T10:00:00Z'));
  expect(momentOf('2026-07-01T12:00:00+05:30', 'Europe/Amsterdam')).toEqual(at('2026-07-01T06:30:00Z'));
});

describe('a freeze of a policy', () => {
  const office = { cron: '0 9 * * 1-5', duration: 'PT8H' };
  const lunch = { cron: '0 12 * * *', duration: 'PT1H' };
  const freeze = normaliseFreeze({ deny: [lunch], allow: [office] });
  const judge = (time: string) => judgeFreeze(freeze, 'PROMOTION', at(time));

  it('lets move in a window that allows it, unless one forbids it', () => {
    expect(judge('2026-11-27T09:00:00Z')).toBeNull();
    expect(judge('2026-11-27T12:30:00Z')).toMatchObject({ because: 'deny', until: at('2026-11-27T13:00:00Z') });
    expect(judge('2026-11-27T13:00:00Z')).toBeNull();
  });

  it('says until when outside of every window, past what forbids then', () => {
    expect(judge('2026-11-27T17:00:00Z')).toMatchObject({ because: 'allow', until: at('2026-11-30T09:00:00Z') });
    const early = normaliseFreeze({ deny: [{ cron: '0 8 * * *', duration: 'PT2H' }], allow: [office] });
    expect(judgeFreeze(early, 'PROMOTION', at('2026-11-27T20:00:00Z'))?.until).toEqual(at('2026-11-30T10:00:00Z'));
  });

  it('holds back what it names, and rollbacks only where it says so', () => {
    const noon = at('2026-11-27T12:30:00Z');
    expect(judgeFreeze(freeze, 'ROLLBACK', noon)).toBeNull();
    expect(judgeFreeze(freeze, 'OVERRIDE', noon)).toBeNull();
    const all = normaliseFreeze({ deny: [lunch], rollbackExempt: false });
    expect(judgeFreeze(all, 'ROLLBACK', noon)).not.toBeNull();
  });
});
