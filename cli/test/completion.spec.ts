import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.set();
  await desk.run('stagegate login $SERVER --profile ci --token-file ci.token');
  await desk.run('stagegate register fraud --artifact-uri s3://models/1 --create');
  await desk.run('stagegate register fraud --artifact-uri s3://models/2');
});
afterAll(() => desk.clear());

const MOST_PRESSES = 20;

/** Words of a line, the last one being completed, and what can stand there. */
const CASES: [line: string, candidates: string[]][] = [
  ['stagegate pro', ['profiles', 'promote']],
  ['stagegate policy a', ['apply', 'approve']],
  ['stagegate promote ', ['fraud']],
  ['stagegate promote fraud ', ['1', '2']],
  ['stagegate promote fraud 2 --to ', ['Production', 'Staging']],
  ['stagegate promote fraud 2 --wa', ['--wait']],
  ['stagegate policy get --model ', ['fraud']],
  ['stagegate use ', ['ci', 'local']],
  ['stagegate show ', ['fraud']],
  ['stagegate policy set fraud census-income/pol', ['census-income/policy.json']],
  ['stagegate --profile=ci promote ', ['fraud']],
  ['stagegate token ', ['issue', 'list', 'revoke', 'show']],
  ['stagegate completion b', ['bash']],
  ['stagegate register fraud census-income/pol', ['census-income/policy.json']],
  ['stagegate im', ['import']],
  ['stagegate import ml', ['mlflow']],
  ['stagegate import mlflow --w', ['--watch', '--wide']],
  ['stagegate import census-income/pol', ['census-income/policy.json']],
  ['stagegate export census-income/pol', ['census-income/policy.json']],
];

const isInstalled = (shell: string) => spawnSync(shell, ['--version']).status === 0;
const words = (text: string) => text.split(/\s+/).filter(Boolean);

/** Asks as readline does: the words, the place among them, then what the registered function answers. */
const ASK_BASH = `
source <(stagegate completion bash)
IFS=' ' read -ra COMP_WORDS <<< "$LINE"; [[ "$LINE" == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); COMP_LINE=$LINE; COMP_POINT=\${#LINE}
__stagegate_complete 2>/dev/null
(( \${#COMPREPLY[@]} == 0 )) && [[ "$(complete -p stagegate)" == *'-o default'* ]] && COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
printf '%s\\n' "\${COMPREPLY[@]}"`;

/** Types into a real shell at a pseudo terminal, and asks for the list of what is possible. */
const ASK_ZSH = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; unsetopt zle_bracketed_paste; autoload -Uz compinit && compinit -D -u; source <(stagegate completion zsh)"
zpty -w shell 'list() { compadd() { local -a found; builtin compadd -O found "$@"; print -rl -- "<$^found>" >> candidates; builtin compadd "$@" }; _main_complete }; zle -C list complete-word list; bindkey "^T" list; : > candidates; : > ready'
until [[ -e ready ]]; do sleep 0.1; done
zpty -w -n shell "$LINE"$'\\C-t'
zpty -w shell $'\\C-a\\C-k: > done'
until [[ -e done ]]; do sleep 0.1; done
zpty -d shell
cat candidates; rm -f ready done candidates`;

const ask = async (script: string, line: string, shell: string[]) => {
  const { output } = await desk.run(`LINE='${line}'\n${script}`, shell);
  return output;
};

/** The command gives up after 1.5 seconds and offers nothing; on a busy machine a person presses the key again. */
async function pressed(look: () => Promise<string[]>): Promise<string[]> {
  let found: string[] = [];
  for (let times = 0; found.length === 0 && times < MOST_PRESSES; times += 1) found = await look();
  return found.sort();
}

it.each([
  ['whole', (url: string) => url],
  ['as bash takes it apart', (url: string) => url.replaceAll(':', ' : ')],
])('the server of --url is asked, %s', async (_, written) => {
  const ask = `stagegate complete -- --url ${written(desk.url)} promote ''`;
  const found = await pressed(async () => words((await desk.run(`stagegate use local > ask; ${ask}`)).output));
  await desk.run('stagegate use ci');
  expect(found).toEqual(['fraud']);
});

describe('bash', () => {
  it.each(CASES)('completes "%s"', async (line, candidates) => {
    const found = await pressed(async () => words(await ask(ASK_BASH, line, ['bash', '--norc', '-c'])));
    expect(found).toEqual(candidates);
  });
});

(isInstalled('fish') ? describe : describe.skip)('fish', () => {
  it.each(CASES)('completes "%s"', async (line, candidates) => {
    const script = 'stagegate completion fish | source; complete -C "$LINE"';
    const found = await pressed(async () => {
      const { output } = await desk.run(`set LINE '${line}'; ${script}`, ['fish', '--no-config', '-c']);
      const rows = output.split('\n').filter(Boolean);
      return rows.map((row) => row.split('\t')[0]!);
    });
    expect(found).toEqual(candidates);
  });
});

(isInstalled('zsh') ? describe : describe.skip)('zsh', () => {
  it.each(CASES)('completes "%s"', async (line, candidates) => {
    const found = await pressed(async () => {
      const listed = await ask(ASK_ZSH, line, ['zsh', '-f', '-c']);
      const added = [...listed.matchAll(/^<(.*)>$/gm)].map(([, word]) => word!);
      // zsh may take several at once, and takes the folders of a path besides.
      return added.flatMap(words).filter((word) => !line.includes(`${word}/`));
    });
    expect([...new Set(found)]).toEqual(candidates.map((word) => word.replace(/^.*\//, '')));
  });
});

it('says nothing where the server cannot be asked', async () => {
  const { output, code } = await desk.run("STAGEGATE_URL=http://127.0.0.1:9 stagegate complete -- promote ''");
  expect({ output, code }).toEqual({ output: '', code: 0 });
});

/** What a shell would run, expand or break, if it took the words for more than words. */
const TYPED = [
  'stagegate versions $(touch pwned) ',
  'stagegate versions `touch pwned` ',
  'stagegate versions "$(touch pwned)" ',
  "stagegate versions 'a; touch pwned' ",
  'stagegate versions a;touch pwned ',
  'stagegate promote --to=$(touch pwned)=',
  'stagegate promote --to="`touch pwned`',
  'stagegate versions <(touch pwned) ',
  'stagegate versions ${x:=$(touch pwned)} ',
  'stagegate versions * ',
  'stagegate versions ~ ',
  "stagegate versions it's ",
  'stagegate --profile=$(touch pwned) versions ',
];

/** How each shell is started and taught; the key completes and, in zsh, does not expand first, which is zsh's own doing. */
const SHELLS: [shell: string, start: string, taught: string][] = [
  ['bash', 'bash --norc -i', 'source <(stagegate completion bash)'],
  [
    'zsh',
    'zsh -f -i',
    "autoload -Uz compinit && compinit -D -u; bindkey -e; bindkey '^I' complete-word; source <(stagegate completion zsh)",
  ],
  ['fish', 'fish --no-config -i', 'stagegate completion fish | source'],
];
/** Keys that empty the line; they are read after the completion is done, as a signal would not be. */
const EMPTY_LINE = '\u0001\u000b';

describe.each(SHELLS)('at a terminal %s', (shell, start, taught) => {
  (isInstalled(shell) ? it : it.skip)('runs nothing of what was typed, and completes', async () => {
    const presses = TYPED.map((line) => `${line}\t${EMPTY_LINE}`).join('');
    const { output } = await desk.terminal(`env TERM=dumb ${start}`, 200, [
      ['', `${taught}; echo re''ady\n`],
      ['ready', `${presses}echo do''ne\n`],
      ['done', 'stagegate versi\t fraud 2 --json > completed; exit\n'],
    ]);
    expect(readdirSync(desk.folder).filter((name) => name === 'pwned')).toEqual([]);
    expect(output).toContain('done');
    expect(JSON.parse(readFileSync(join(desk.folder, 'completed'), 'utf8'))).toMatchObject({ version: 2 });
    rmSync(join(desk.folder, 'completed'));
  });
});

it('what a server names is offered as a word, and is not run', async () => {
  const offers = "stagegate() { printf '%s\\n' '$(touch pwned)' '`touch pwned`' 'a b' '*'; }; command() { stagegate; }";
  const { output } = await desk.run(
    `source <(stagegate completion bash); ${offers}; COMP_WORDS=(stagegate show ''); COMP_CWORD=2
     __stagegate_complete; printf '%s\\n' "\${COMPREPLY[@]}"; ls`,
  );
  const lines = output.split('\n');
  expect(lines.slice(0, 4)).toEqual(['\\$\\(touch\\ pwned\\)', '\\`touch\\ pwned\\`', 'a\\ b', '\\*']);
  expect(lines).not.toContain('pwned');
});

it.each(['bash', 'zsh', 'fish', 'powershell'])('the script of %s evaluates nothing', async (shell) => {
  const { output } = await desk.run(`stagegate completion ${shell}`);
  expect(output).not.toMatch(/\beval\b|Invoke-Expression|compgen -W/);
});
