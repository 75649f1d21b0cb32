const { min } = Math;
/** Fewer letters begin too many names. */
const SHORTEST = 2;

/** The known name nearest to a misspelt one, if near enough to be meant: `most` edits, a third of its length unless given. */
export function nearestName(name: string, known: Iterable<string>, most = thirdOf(name)): string | undefined {
  const wanted = simplified(name);
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const other = simplified(candidate);
    if (Math.abs(other.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, other, most);
    if (distance <= most && (best === undefined || distance < best.distance)) best = { name: candidate, distance };
  }
  return best?.name;
}

/** The known name that is meant by a misspelt, shortened or lengthened one; undefined when there is none or no single one. */
export function meantName(name: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  return nearestName(name, names) ?? extended(simplified(name), names);
}

/** The one name that begins with what was written, as `to` does for `toStage`, or that it begins with, as `minimum` with `min`. */
function extended(wanted: string, known: readonly string[]): string | undefined {
  const isBegunBy = (candidate: string) => wanted.length >= SHORTEST && simplified(candidate).startsWith(wanted);
  const begins = (candidate: string) => candidate.length > SHORTEST && wanted.startsWith(simplified(candidate));
  const found = known.filter((candidate) => isBegunBy(candidate) || begins(candidate));
  return found.length === 1 ? found[0] : undefined;
}

/** Says that a field is not known, and which is meant if one is near; to be ended with a full stop. */
export function notAField(name: string, known: Iterable<string>): string {
  const near = meantName(name, known);
  return `${name} is not a known field${near === undefined ? '' : `, but ${near} is`}`;
}

function thirdOf(name: string): number {
  return Math.max(1, Math.floor(simplified(name).length / 3));
}

function simplified(name: string): string {
  return name
    .slice(0, 64)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Levenshtein distance by one rolling row, or more than `most` as soon as that is sure. */
function editDistance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(min(row[j]! + 1, next[j - 1]! + 1, substitution));
    }
    row = next;
    if (min(...row) > most) return most + 1;
  }
  return row[b.length]!;
}
