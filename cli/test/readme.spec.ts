import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from './desk.js';

const ROOT = join(import.meta.dirname, '..', '..');
const README = readFileSync(join(ROOT, 'cli', 'README.md'), 'utf8');
const REFERENCE = readFileSync(join(ROOT, 'docs', 'cli.md'), 'utf8');

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.set();
  mkdirSync(join(desk.folder, '.stagegate'));
  mkdirSync(join(desk.folder, 'examples'));
  symlinkSync(join(desk.folder, 'census-income'), join(desk.folder, 'examples', 'census-income'));
  const token = readFileSync(join(desk.folder, 'admin.token'));
  writeFileSync(join(desk.folder, 'token.txt'), token);
  writeFileSync(join(desk.folder, '.stagegate', 'admin-token'), token);
  writeFileSync(join(desk.folder, 'addresses.mjs'), ADDRESSES);
  // The page has it issued.
  rmSync(join(desk.folder, 'anna.token'));
});
afterAll(() => desk.clear());

/** The addresses of the page lead to the service of the test, as a name server would have it. */
const ADDRESSES = `
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
const meant = /^(https:[/][/](registry|test)[.]example|http:[/][/]127[.]0[.]0[.]1:3000)/;
const there = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  return there(new Request(request.url.replace(meant, process.env.SERVER), request));
};
const plainly = http.request;
const ask = (url, ...rest) => plainly(typeof url === 'string' ? url.replace(meant, process.env.SERVER) : url, ...rest);
http.request = ask;
https.request = ask;
syncBuiltinESMExports();
`;
/** What installs the command line; the checkout is installed and built where this runs. */
const INSTALLS = /^(npm ci|npx stagegate)/;
/** Read by another shell than the one that follows the page. */
const OTHER_SHELLS: Readonly<Record<string, string[]>> = {
  zsh: ['zsh', '-f', '-c', 'autoload -Uz compinit && compinit -D -u'],
  fish: ['fish', '--no-config', '-c', 'true'],
};

/** The commands of a page in their order, a text that is read by one of them included, and what each ends with. */
function commandsOf(page: string): { line: string; code: number }[] {
  const text = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block!).join('');
  const lines = text.match(/^.*<<'END'\n[^]*?^END$|^.+$/gm) ?? [];
  return lines
    .filter((line) => !INSTALLS.test(line))
    .map((line) => ({ line, code: Number(/# ends with (\d)/.exec(line)?.[1] ?? 0) }));
}

const otherShell = ({ line }: { line: string }) => Object.keys(OTHER_SHELLS).find((shell) => line.includes(shell));

it('every command of the README works, one after the other, before a fresh service', async () => {
  const commands = commandsOf(README).filter((one) => !otherShell(one));
  const script = commands.map(({ line }, at) => `${line}\necho "$? ${at}" >> "$HOME/ended"`);
  const { output } = await desk.run(`export NODE_OPTIONS="--import $PWD/addresses.mjs"\n${script.join('\n')}`);
  const ended = readFileSync(join(desk.folder, 'ended'), 'utf8').trim().split('\n');
  const found = commands.map(({ line }, at) => ({ line, code: Number(ended[at]?.split(' ')[0]) }));
  expect({ found, output: found.every(({ code }, at) => code === commands[at]!.code) ? '' : output }).toEqual({
    found: commands,
    output: '',
  });
});

it.each(commandsOf(README).filter(otherShell))('$line is understood by its shell', async (command) => {
  const shell = otherShell(command)!;
  if ((await desk.run(`command -v ${shell}`)).code !== 0) return;
  const [program, ...options] = OTHER_SHELLS[shell]!;
  const before = options.pop()!;
  const { output, code } = await desk.run(`${before}; ${command.line}`, [program!, ...options]);
  expect({ output, code }).toEqual({ output: '', code: 0 });
});

it('every command of the reference explains itself with the options that the page lists', async () => {
  const sections = REFERENCE.split(/^## /m).filter((section) => section.includes('```sh\nstagegate '));
  const named = sections.map((section) => section.split('\n', 1)[0]!);
  const script = named.map((name) => `echo "## ${name}"; stagegate ${name} --help || echo failed`);
  const { output } = await desk.run(script.join('\n'));
  const helps = output.split(/^## /m).slice(1);
  for (const [at, section] of sections.entries()) {
    const options = [...section.matchAll(/^\| `(-[^`]*)`/gm)].map(([, flags]) => flags!);
    expect(helps[at]).not.toContain('failed');
    expect(options.filter((flags) => !helps[at]!.includes(flags))).toEqual([]);
  }
  expect(helps).toHaveLength(sections.length);
});
