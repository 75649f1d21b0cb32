const { min } = Math;

/** The known name nearest to a misspelt one, if near enough to be meant: `most` edits, a third of its length unless given. */
export function nearestName(name: string, known: Iterable<string>, most = thirdOf(name)): string | undefined {
  const wanted = simplified(name);
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const other = simplified(candidate);
    if (Math.abs(other.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, other);
    if (distance <= most && (best === undefined || distance < best.distance)) best = { name: candidate, distance };
  }
  return best?.name;
}

/** Says that a field is not known, and which is meant if one is near; to be ended with a full stop. */
export function notAField(name: string, known: Iterable<string>): string {
  const near = nearestName(name, known);
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

/** Levenshtein distance by one rolling row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(min(row[j]! + 1, next[j - 1]! + 1, substitution));
    }
    row = next;
  }
  return row[b.length]!;
}
