/** What files of other kinds begin with, and what is said of them. */
const FOREIGN: readonly [start: RegExp, kind: string][] = [
  [/^PK\x03\x04/, 'a zip archive, such as an Excel workbook'],
  [/^\xd0\xcf\x11\xe0/, 'an old Excel workbook'],
  [/^PAR1\x15/, 'a Parquet file'],
  [/^PARE[^A-Za-z0-9 _-]/, 'an encrypted Parquet file'],
  [/^ARROW1\0/, 'an Arrow file'],
  [/^FEA1\0/, 'a Feather file'],
  [/^ORC[\x00-\x09]/, 'an ORC file'],
  [/^Obj\x01/, 'an Avro file'],
  [/^SQLite format 3\0/, 'an SQLite database'],
  [/^%PDF-/, 'a PDF document'],
  [/^\x89HDF/, 'an HDF5 file'],
  [/^\x93NUMPY/, 'a NumPy array'],
  [/^\x80[\x02-\x05]/, 'a pickled object'],
  [/^BZh[1-9]1AY&SY/, 'a bzip2 archive'],
  [/^\xfd7zXZ/, 'an xz archive'],
  [/^\x1f\x8b/, 'a gzip archive'],
  [/^\x28\xb5\x2f\xfd/, 'a zstd archive'],
];

/** What a file is by its first bytes; undefined for text and what else they do not tell. */
export function foreignKind(start: Uint8Array): string | undefined {
  const text = Buffer.from(start.subarray(0, 16)).toString('latin1');
  return FOREIGN.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * The encoding of a text other than UTF-8: by its mark, or because every other of its first bytes is 0, as of Latin letters
 * in UTF-16.
 */
export function encodingOf(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(16, start.length >> 1);
  const isZero = (offset: number) =>
    pairs > 1 && Array.from({ length: pairs }, (_, pair) => start[2 * pair + offset]).every((byte) => byte === 0);
  if (isZero(1) && !isZero(0)) return 'utf-16le';
  return isZero(0) && !isZero(1) ? 'utf-16be' : undefined;
}

/** Whether a text begins with the byte order mark of UTF-8, which is no part of JSON. */
export function isMarkedUtf8(start: Uint8Array): boolean {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
}
