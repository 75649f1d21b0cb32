import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many items are done at once: some ten milliseconds of what one of a body costs. */
const ITEMS_OF_A_TURN = 2_000;

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
