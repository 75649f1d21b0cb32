import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** Names and commands of the steps of `.ci/run`, in the order of the script; what is no command of npm is a function there. */
const steps = [...read('.ci/run').matchAll(/^ *(?:step|queue) (['"])([^$]+?)\1 (.+)$/gm)].map(
  ([, , name, command]) => ({
    name: name!,
    command: command!,
  }),
);

it('CONTRIBUTING lists every step of .ci/run, in order, with its command', () => {
  const table = read('CONTRIBUTING.md').split(/^\| step +\| what runs +\|$/m)[1]!;
  const rows = [...table.split('\n\n', 1)[0]!.matchAll(/^\| ([^|`]+?) +\| `([^`]+)` +\|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(steps.map(({ name }) => name));
  for (const [index, [, , command]] of rows.entries())
    if (steps[index]!.command.startsWith('npm ')) expect(command).toBe(steps[index]!.command);
});

it('each of them runs a script that there is', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = steps.flatMap(({ command }) => /^npm run ([\w:]+)/.exec(command)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
