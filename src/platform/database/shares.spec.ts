import { Shares } from './shares.js';

type Lane = 'reads' | 'writes';

function open(shared = 2, aboutOneThing = 2) {
  return new Shares<Lane>({ shared, own: { reads: 1, writes: 1 }, aboutOneThing });
}

/** Enters, and says what makes room again once it was let in. */
function enter(shares: Shares<Lane>, lane: Lane, about?: string) {
  const place = { leave: undefined as (() => void) | undefined, giveUp: (): string => '' };
  place.giveUp = shares.enter({ lane, about }, (leave) => (place.leave = leave));
  return place;
}

it('keeps some of each lane, whatever the other one takes', () => {
  const shares = open();
  const writes = [1, 2, 3, 4, 5].map(() => enter(shares, 'writes'));
  expect(writes.map(({ leave }) => leave !== undefined)).toEqual([true, true, true, false, false]);
  expect(enter(shares, 'reads').leave).toBeDefined();
  expect(enter(shares, 'reads').leave).toBeUndefined();
  expect(shares.waiting).toBe(3);
});

it('gives what is about one thing a part of them alone', () => {
  const shares = open();
  const one = [1, 2, 3].map(() => enter(shares, 'writes', 'm0'));
  expect(one.map(({ leave }) => leave !== undefined)).toEqual([true, true, false]);
  expect(enter(shares, 'writes', 'm1').leave).toBeDefined();
  expect(shares.waitingForOneThing).toBe(1);
  expect(one[2]!.giveUp()).toBe('about one thing');
  expect(shares.waiting).toBe(0);
});

it('lets the longest waiting in for whom there is room', () => {
  const shares = open(0, 1);
  const first = enter(shares, 'writes', 'm0');
  const [same, other] = [enter(shares, 'writes', 'm0'), enter(shares, 'writes', 'm1')];
  first.leave!();
  expect([same.leave !== undefined, other.leave !== undefined]).toEqual([true, false]);
  same.leave!();
  expect(other.leave).toBeDefined();
});

it('says of a place that was given up whether all of them were taken', () => {
  const shares = open(0);
  const held = enter(shares, 'writes');
  const late = enter(shares, 'writes', 'm0');
  expect(late.giveUp()).toBe('of all');
  held.leave!();
  expect(late.leave).toBeUndefined();
  expect(enter(shares, 'writes').leave).toBeDefined();
});
