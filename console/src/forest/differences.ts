/** How a value of one version stands to that of the other. */
export type Change = 'changed' | 'new' | 'removed' | 'same';

export interface Difference {
  /** Where it is, as `encoder.layers`. */
  name: string;
  change: Change;
  challenger: string | null;
  incumbent: string | null;
}

const ORDER: readonly Change[] = ['changed', 'new', 'removed', 'same'];

/** Two documents value by value, what differs first. */
export function differencesOf(challenger: unknown, incumbent: unknown): Difference[] {
  const [own, theirs] = [flatten(challenger), flatten(incumbent)];
  return [...new Set([...own.keys(), ...theirs.keys()])]
    .map((name) => differenceOf(name, own.get(name) ?? null, theirs.get(name) ?? null))
    .toSorted(
      (one, other) => ORDER.indexOf(one.change) - ORDER.indexOf(other.change) || (one.name < other.name ? -1 : 1),
    );
}

function differenceOf(name: string, challenger: string | null, incumbent: string | null): Difference {
  return { name, change: changeOf(challenger, incumbent), challenger, incumbent };
}

function changeOf(challenger: string | null, incumbent: string | null): Change {
  if (incumbent === null) return 'new';
  if (challenger === null) return 'removed';
  return challenger === incumbent ? 'same' : 'changed';
}

/** The leaves of a document by their place. What has a name is found by it, so that a list that grew does not differ everywhere. */
function flatten(value: unknown, place = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null)
    return new Map(value === undefined || (value === null && place === '') ? [] : [[place, leaf(value)]]);
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [nameOf(item) ?? String(index), item])
    : Object.entries(value);
  if (entries.length === 0) return new Map(place === '' ? [] : [[place, leaf(value)]]);
  return new Map(entries.flatMap(([name, inner]) => [...flatten(inner, place === '' ? name : `${place}.${name}`)]));
}

function nameOf(item: unknown): string | null {
  const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : null;
  return typeof name === 'string' ? name : null;
}

function leaf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
