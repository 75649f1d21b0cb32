import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const BLOCK = /^```(\w+)\n([^]*?)^```$/gm;
const END = '--- the block has ended ---';

/** What a reader runs, and what the page says it prints; null where the page does not say. */
export interface Step {
  command: string;
  printed: string | null;
}

/** The shell blocks of a page, each with the text block that follows it; without those whose first line is left out. */
export function stepsOf(page: string, leftOut: readonly string[] = []): Step[] {
  const steps: Step[] = [];
  let told: Step | null = null;
  for (const [, kind, body] of page.matchAll(BLOCK)) {
    if (kind === 'text' && told) told.printed = body!;
    if (kind !== 'sh') continue;
    told = leftOut.includes(firstLine(body!)) ? null : { command: body!, printed: null };
    if (told) steps.push(told);
  }
  return steps;
}

export function firstLine(block: string): string {
  return block.slice(0, block.indexOf('\n'));
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

/**
 * The command line as `npx` finds it in this repository, and the service and token that it finds by itself in a reader's folder;
 * and what asks again where the service says so, as one that is busy does with a 503.
 */
const COMMANDS = `curl() {
  local told status
  for _ in 1 2 3 4 5; do
    status=0
    told=$(command curl "$@"; status=$?; echo .; exit $status) || status=$?
    [[ $told == *'"SERVICE_BUSY"'* ]] || break
    sleep 1
  done
  printf %s "\${told%.}"
  return "$status"
}
npx() {
  if [ "$1" = stagegate-verify ]; then shift; node "$VERIFIER" "$@"; return; fi
  shift
  STAGEGATE_URL=$SERVICE STAGEGATE_TOKEN=\${STAGEGATE_TOKEN:-$(cat "$READER/.stagegate/admin-token")} node "$COMMAND" "$@"
}
READER=$PWD`;

/** Runs all steps in one shell that stops at the first failure; answers what each printed, errors included. */
export async function runSteps(steps: readonly Step[], folder: string, url: string): Promise<string[]> {
  const script = steps.map(({ command }) => `${command}\necho '${END}'`).join('\n');
  const env = {
    ...process.env,
    SERVICE: url,
    COMMAND: join(ROOT, 'cli', 'bin', 'stagegate.js'),
    VERIFIER: join(ROOT, 'verifier', 'bin', 'stagegate-verify.js'),
    NO_COLOR: '1',
    XDG_CONFIG_HOME: folder,
  };
  const shell = spawn('bash', ['-e'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  }
  shell.stdin.end(`exec 2>&1\n${COMMANDS}\n${script.replaceAll('http://127.0.0.1:3000', url)}\n`);
  await new Promise((resolve) => shell.once('close', resolve));
  return output.split(`${END}\n`).slice(0, steps.length);
}
