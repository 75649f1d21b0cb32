/** The cells of a CSV text, line by line, quoted as RFC 4180 says; empty lines are left out. */
export function readCsv(text: string): string[][] {
  const delimiter = delimiterOf(text);
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"\\r\\n${delimiter}][^\\r\\n${delimiter}]*|))(${delimiter}|\\r\\n|\\r|\\n|$)`,
    'y',
  );
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex;
    const [, quoted, plain, end] = cell.exec(text) ?? [];
    if (end === undefined)
      throw new Error(`line ${lineAt(text, from)} is no CSV: a quoted value does not end, or goes on`);
    rows.at(-1)!.push(quoted === undefined ? plain!.trim() : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== delimiter) rows.push([]);
    else if (cell.lastIndex === text.length) rows.at(-1)!.push('');
  }
  return rows.filter((row) => row.some((value) => value !== ''));
}

/** What the first line separates its columns by: a comma, unless it has none and something else. */
function delimiterOf(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0]!;
  return [',', '\t', ';'].find((sign) => line.includes(sign)) ?? ',';
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\r|\n/).length;
}

/** A cell as the number it is; any other text as it is, such as a code with a zero in front. */
export function cellValue(text: string): number | string {
  return /^[-+]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
}
