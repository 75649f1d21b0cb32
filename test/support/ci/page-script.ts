import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const BLOCK = /^```(sh|text)\n([^]*?)^```$/gm;
const END = '--- the block has ended ---';

/** What a reader runs, and what the page says it prints; null where the page does not say. */
export interface Step {
  command: string;
  printed: string | null;
}

/** The shell blocks of a page, each with the text block that follows it. */
export function stepsOf(page: string): Step[] {
  const steps: Step[] = [];
  for (const [, kind, body] of page.matchAll(BLOCK)) {
    if (kind === 'sh') steps.push({ command: body!, printed: null });
    else if (steps.length > 0) steps.at(-1)!.printed = body!;
  }
  return steps;
}

/** A folder as a reader has it after the first start of the service: the examples, and a token in the data folder. */
export function readersFolder(folder: string, token: string): void {
  mkdirSync(join(folder, '.stagegate'));
  writeFileSync(join(folder, '.stagegate', 'admin-token'), token);
  symlinkSync(join(ROOT, 'examples'), join(folder, 'examples'));
}

export function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Runs all steps in one shell that stops at the first failure; answers what each printed, errors included. */
export async function runSteps(steps: readonly Step[], folder: string, url: string): Promise<string[]> {
  const script = steps.map(({ command }) => `${command}\necho '${END}'`).join('\n');
  const shell = spawn('bash', ['-e'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  }
  shell.stdin.end(`exec 2>&1\n${script.replaceAll('http://127.0.0.1:3000', url)}\n`);
  await new Promise((resolve) => shell.once('close', resolve));
  return output.split(`${END}\n`).slice(0, steps.length);
}
