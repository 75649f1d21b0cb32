/** What a person types of a model; empty fields are left out. */
export interface TypedOfModels {
  text?: string;
  owner?: string;
  /** A tag, as `team=fraud`, or its name alone. */
  tag?: string;
}

/** What was typed as a filter of the list; undefined when nothing was. */
export function modelsFilter({ text, owner, tag }: TypedOfModels): string | undefined {
  const comparisons = [
    text && `name ilike ${quoted(`%${text.replace(/[\\%_]/g, '\\$&')}%`)}`,
    owner && `owner = ${quoted(owner)}`,
    tag && tagComparison(tag),
  ].filter(Boolean);
  return comparisons.length === 0 ? undefined : comparisons.join(' and ');
}

function tagComparison(tag: string): string {
  const at = tag.indexOf('=');
  const name = `tags.\`${(at === -1 ? tag : tag.slice(0, at)).trim().replaceAll('`', '``')}\``;
  return at === -1 ? `${name} is not null` : `${name} = ${quoted(tag.slice(at + 1).trim())}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
