/** A name as SQL, whatever it holds. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A list of text literals, `'a', 'b'`. */
export function literals(texts: readonly string[]): string {
  return texts.map(literal).join(', ');
}

/** Name of the column that holds the n-th slice feature inside the engine. */
export function sliceColumn(index: number): string {
  return `s${index}`;
}

/** Name of the column that holds the probability of the n-th class inside the engine. */
export function probabilityColumn(index: number): string {
  return `p${index}`;
}

/** The normal form of a class that a request names, see `plain-text`. */
export function plainClass(name: string): string {
  return `plain_class(${literal(name)})`;
}
