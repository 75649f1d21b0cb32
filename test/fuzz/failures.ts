import { readFile } from 'node:fs/promises';

const LINES = 60;
const WIDTH = 300;

/** Shows the first failures of what Schemathesis said; all of it would be too much to read. */
export async function showFailures(output: string, say: (line: string) => void): Promise<void> {
  const lines = (await readFile(output, 'utf8')).split('\n');
  const start = lines.findIndex((line) => /^=+ (FAILURES|ERRORS) =+$/.test(line));
  if (start < 0) return;
  const end = lines.findIndex((line, at) => at > start && /^=+ (WARNINGS|SUMMARY) =+$/.test(line));
  for (const line of lines.slice(start, Math.min(start + LINES, end < 0 ? lines.length : end)))
    say(line.slice(0, WIDTH));
  say(`All of it: ${output}`);
}
