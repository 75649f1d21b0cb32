import { each } from '@stagegate/client';

/** The first items of a list, as many as asked for, over as many pages as that takes. */
export async function first<List extends Parameters<typeof each>[0]>(
  list: List,
  options: Parameters<typeof each<List>>[1],
  limit: number,
): Promise<Items<List>> {
  const items: unknown[] = [];
  const query = { limit: Math.min(limit, 200), ...(options as { query?: object }).query };
  for await (const item of each<List>(list, { ...(options as object), query } as never)) {
    items.push(item);
    if (items.length === limit) break;
  }
  return items as Items<List>;
}

type Items<List extends Parameters<typeof each>[0]> = NonNullable<Awaited<ReturnType<List>>>['items'][number][];
