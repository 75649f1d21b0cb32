import { spawnSync } from 'node:child_process';
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
  ['stagegate policy a', ['apply']],
  ['stagegate promote ', ['fraud']],
  ['stagegate promote fraud ', ['1', '2']],
  ['stagegate promote fraud 2 --to ', ['Production', 'Staging']],
  ['stagegate promote fraud 2 --wa', ['--wait']],
  ['stagegate policy get --model ', ['fraud']],
  ['stagegate use ', ['ci']],
  ['stagegate register fraud census-income/pol', ['census-income/policy.json']],
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
  expect({ output, code }).toEqual({ output: ':4\n', code: 0 });
});
