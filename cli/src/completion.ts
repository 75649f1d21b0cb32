import { listModels, listVersions } from '@stagegate/client';
import tab from '@bomb.sh/tab/commander';
import { type Command } from 'commander';
import { readLogins } from './profiles.js';
import { Session } from './session.js';
import { harmless } from './text/paint.js';

/** What stands at a place of the command line; asked of the server or the disk when the shell asks for it. */
type Kind = 'model' | 'version' | 'profile' | 'file';

const KIND_OF_ARGUMENT: Readonly<Record<string, Kind>> = {
  model: 'model',
  request: 'model',
  version: 'version',
  profile: 'profile',
  file: 'file',
};
const KIND_OF_OPTION: Readonly<Record<string, Kind>> = {
  model: 'model',
  profile: 'profile',
  predictions: 'file',
  'token-file': 'file',
};
const PATIENCE_MS = 1_500;

interface Completion {
  value: string;
  description?: string;
}

/** The library's state while it answers; its method prints what was found when it was done looking. */
interface Completer {
  completions: Completion[];
  complete(word: string): void;
}

/** For a bash without the package bash-completion, whose function the library's script calls. */
const BASH_BEFORE = `declare -F _get_comp_words_by_ref >/dev/null || _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}") cword=$COMP_CWORD cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
}`;
/** Files where the answer does not forbid them; the library's script registers itself without. */
const BASH_AFTER = 'complete -o default -F __stagegate_complete stagegate';

/** Adds `completion <shell>`, and answers the shell's questions with `complete -- …`. */
export function addCompletion(program: Command): { finish: () => Promise<void> } {
  const root = tab(program, { completionCommandName: 'completion' });
  const script = program.commands.find((command) => command.name() === 'completion')!;
  script.description('Writes the completion of a shell, to be read by it: source <(stagegate completion bash)');
  const aroundBash = (lines: string) => (_: unknown, command: Command) => {
    if (command === script && command.args[0] === 'bash') process.stdout.write(`${lines}\n`);
  };
  program.hook('preAction', aroundBash(BASH_BEFORE)).hook('postAction', aroundBash(BASH_AFTER));
  const completer = root as unknown as Completer;
  const print = completer.complete.bind(completer);
  const wanted: { kind: Kind | null; word: string | null } = { kind: null, word: null };
  const want = (kind: Kind) => () => {
    wanted.kind = kind;
  };
  for (const command of [root, ...root.commands.values()]) {
    for (const argument of command.arguments.values()) {
      const kind = KIND_OF_ARGUMENT[argument.name];
      if (kind) argument.handler = want(kind);
    }
    for (const option of command.options.values()) {
      const kind = KIND_OF_OPTION[option.value];
      if (kind) option.handler = want(kind);
    }
  }
  // The library asks and prints in one go; what has to be asked of a server is added in between.
  completer.complete = (word) => {
    wanted.word = word;
  };
  return {
    finish: async () => {
      if (wanted.word === null) return;
      const words = process.argv.slice(process.argv.indexOf('--') + 1);
      if (wanted.kind === 'file') {
        // An empty list that does not forbid files: the shell completes them as it does everywhere.
        if (completer.completions.length === 0) return void process.stdout.write(':0\n');
      } else if (wanted.kind) completer.completions.push(...(await candidates(wanted.kind, words).catch(() => [])));
      print(wanted.word);
    },
  };
}

async function candidates(kind: Exclude<Kind, 'file'>, words: readonly string[]): Promise<Completion[]> {
  if (kind === 'profile')
    return Object.entries(readLogins(process.env).profiles).map(([value, { url }]) => ({ value, description: url }));
  const at = words.indexOf('--profile');
  const { client } = new Session({ profile: at < 0 ? undefined : words[at + 1] });
  const signal = AbortSignal.timeout(PATIENCE_MS);
  if (kind === 'model') {
    const { items } = await listModels({ client, signal, query: { limit: 200 } });
    return items.map(({ name, description }) => ({
      value: name,
      description: harmless(description.split('\n', 1)[0]!),
    }));
  }
  const model = words.at(-2) ?? '';
  const { items } = await listVersions({ client, signal, path: { model }, query: { limit: 200 } });
  return items.map(({ version, stage }) => ({ value: String(version), description: stage }));
}
