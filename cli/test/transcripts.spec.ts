import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from './desk.js';

const FOLDER = join(import.meta.dirname, 'transcripts');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
const isRecording = process.env.UPDATE_TRANSCRIPTS === '1';

let desk: Desk;
beforeEach(async () => void (desk = await Desk.set()));
afterEach(() => desk.clear());

/** Ids, times, digests and the address of the service are different each time; their length is not. */
function normalise(output: string): string {
  return output
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '00000000-0000-0000-0000-000000000000')
    .replace(/\b[0-9a-f]{64}\b/g, '0'.repeat(64))
    .replace(/\d{4}-\d\d-\d\d([T ])\d\d:\d\d(?::\d\d\.\d{3}Z)?/g, (time, between: string) =>
      `2026-01-01${between}00:00:00.000Z`.slice(0, time.length),
    )
    .replaceAll(new URL(desk.url).host, '127.0.0.1:3000');
}

/** A transcript is comments, lines to run after `$ `, and below each what it says and ends with. */
function commandsOf(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('$ ') || line.startsWith('// '));
}

it.each(FILES)('%s: the commands say what the transcript says', async (file) => {
  const expected = readFileSync(join(FOLDER, file), 'utf8');
  const said: string[] = [];
  for (const line of commandsOf(expected)) {
    if (line.startsWith('// ')) {
      said.push(said.length > 0 ? `\n${line}` : line);
      continue;
    }
    const { output, code } = await desk.run(line.slice(2));
    said.push(
      line,
      ...(output === '' ? [] : [normalise(output).trimEnd()]),
      ...(code === 0 ? [] : [`[ends with ${code}]`]),
    );
  }
  const found = `${said.join('\n')}\n`;
  if (isRecording) writeFileSync(join(FOLDER, file), found);
  else expect(found).toBe(expected);
});

it('every exit code has its place in a transcript', () => {
  const text = FILES.map((file) => readFileSync(join(FOLDER, file), 'utf8')).join('\n');
  const codes = new Set([...text.matchAll(/^\[ends with (\d)\]$/gm)].map(([, code]) => Number(code)));
  expect([...codes].sort()).toEqual([1, 2, 3, 4, 5]);
});
