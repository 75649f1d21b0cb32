import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalPieces } from '../values/canonical-json.js';

/** So many items are done at once: some ten milliseconds of what one of a body costs. */
const ITEMS_OF_A_TURN = 2_000;

/** So many items of sources that work for each, some ten milliseconds, are drawn at once. */
const DRAWN_OF_A_TURN = 30;

/** So many characters are digested at once. */
const LENGTH_OF_A_TURN = 100_000;

/** Maps a list that may be long, and lets other requests have their turn in between. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0 && index % ITEMS_OF_A_TURN === 0) await nextTurn();
    results.push(work(items[index]!, index));
  }
  return results;
}

/** The first items of sources of which each is in order, in the order of all of them; others have their turn between any few. */
export async function mergeInTurns<Item>(
  sources: readonly Iterator<Item>[],
  orderOf: (item: Item) => number,
  most: number,
): Promise<Item[]> {
  const heads: { item: Item; order: number; source: Iterator<Item> }[] = [];
  let drawn = 0;
  const draw = async (source: Iterator<Item>) => {
    if (drawn > 0 && drawn % DRAWN_OF_A_TURN === 0) await nextTurn();
    drawn += 1;
    const { done, value } = source.next();
    return done ? null : { item: value, order: orderOf(value), source };
  };
  for (const source of sources) {
    const head = await draw(source);
    if (head) heads.push(head);
  }
  const merged: Item[] = [];
  while (heads.length > 0 && merged.length < most) {
    const at = heads.reduce((least, { order }, index) => (order < heads[least]!.order ? index : least), 0);
    const { item, source } = heads[at]!;
    merged.push(item);
    const next = await draw(source);
    if (next) heads[at] = next;
    else heads.splice(at, 1);
  }
  return merged;
}

/**
 * SHA-256 in hexadecimal over a beginning and the canonical JSON of a value that may be large, with turns for others in between;
 * over the beginning alone where there is no value.
 */
export async function digestInTurns(value: unknown, beginning = ''): Promise<string> {
  const hash = createHash('sha256').update(beginning);
  let held = 0;
  for (const piece of value === undefined ? [] : canonicalPieces(value)) {
    hash.update(piece);
    held += piece.length;
    if (held < LENGTH_OF_A_TURN) continue;
    held = 0;
    await nextTurn();
  }
  return hash.digest('hex');
}
