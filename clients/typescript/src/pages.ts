/** One page of a list, as every list of the API answers. */
export interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

type List = (options: never) => Promise<Page<unknown> | undefined>;
type OptionsOf<L extends List> = NonNullable<Parameters<L>[0]>;
type ItemOf<L extends List> = NonNullable<Awaited<ReturnType<L>>>['items'][number];

/**
 * Every item of a list, page after page, each fetched when the one before is used up:
 * `for await (const version of each(listVersions, { client, path: { model } })) …`.
 */
export async function* each<L extends List>(
  list: L,
  options: OptionsOf<L>,
): AsyncGenerator<ItemOf<L>, void, undefined> {
  const { query } = options as { query?: { cursor?: string } };
  let cursor = query?.cursor;
  do {
    const page = (await list({ ...(options as object), query: { ...query, cursor } } as never))!;
    yield* page.items as readonly ItemOf<L>[];
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
