/** An item of an array as PostgreSQL reads it in text: the driver writes a whole array at once, which takes long for a long one. */
export function toArrayItem(value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** The array of items that were written before. */
export function toArrayText(items: readonly string[]): string {
  return `{${items.join(',')}}`;
}
