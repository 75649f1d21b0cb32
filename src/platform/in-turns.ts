import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalPieces } from '../values/canonical-json.js';

/** So many items are done at once: some ten milliseconds of what one of a body costs. */
const ITEMS_OF_A_TURN = 2_000;

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
