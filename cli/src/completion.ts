import { listModels, listVersions } from '@stagegate/client';
import { type Argument, type Command, type Option } from 'commander';
import { readLogins } from './profiles.js';
import { completionScript, SHELLS } from './completion-scripts.js';
import { LOCAL_PROFILE } from './server.js';
import { Session } from './session.js';
import { harmless } from './text/paint.js';

/** What stands at a place of the command line; asked of the server or the disk when the shell asks for it. */
type Kind = 'model' | 'version' | 'profile' | 'file';

const KIND_OF_ARGUMENT: Readonly<Record<string, Kind>> = {
  model: 'model',
  request: 'model',
  what: 'model',
  version: 'version',
  incumbent: 'version',
  profile: 'profile',
  file: 'file',
  folder: 'file',
};
const KIND_OF_OPTION: Readonly<Record<string, Kind>> = {
  '--model': 'model',
  '--profile': 'profile',
  '--predictions': 'file',
  '--token-file': 'file',
  '--to-version': 'version',
  '--expect-incumbent': 'version',
};
const PATIENCE_MS = 1_500;
/** What tells the shell to complete files, as it does everywhere. */
const FILES = ':files';

interface Candidate {
  value: string;
  description?: string;
}

/** What may stand next on a command line, and what was typed of it. */
interface Place {
  command: Command;
  /** The arguments before. */
  operands: string[];
  /** The option whose value is next. */
  option: Option | null;
}

/** Adds `completion <shell>`, and answers the shell's questions with `complete -- …`. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('Writes the completion of a shell, to be read by it: source <(stagegate completion bash)')
    .argument('<shell>', `which shell; one of ${SHELLS.join(', ')}`, completionScript)
    .action((script: string) => void process.stdout.write(script));
  program
    .command('complete', { hidden: true })
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      // As the shell has them, options among them.
      const words = process.argv.slice(process.argv.indexOf('--') + 1);
      const lines = await completions(program, [...rejoined(words.slice(0, -1)), ...words.slice(-1)]);
      process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    });
}

/** Bash takes an address for several words, the colons among them. */
function rejoined(words: readonly string[]): string[] {
  return words.reduce<string[]>((whole, word, at) => {
    const goesOn = word === ':' || words[at - 1] === ':';
    return goesOn ? [...whole.slice(0, -1), `${whole.at(-1) ?? ''}${word}`] : [...whole, word];
  }, []);
}

/** A line for each candidate, with what it means after a tab. */
async function completions(program: Command, words: readonly string[]): Promise<string[]> {
  // PowerShell writes a sign before what was typed, since it may leave out what is empty.
  const last = (words.at(-1) ?? '').replace(/^=/, '');
  const place = placeOf(program, words.slice(0, -1));
  const [, flag = '', value = last] = /^(--[\w-]+=)(.*)$/.exec(last) ?? [];
  const option = flag === '' ? place.option : optionOf(place.command, flag.slice(0, -1));
  const { candidates, files } = await offered({ ...place, option }, value, words).catch(() => NOTHING);
  const fitting = candidates.filter((one) => one.value.startsWith(value));
  const lines = fitting.map((one) => flag + (one.description ? `${one.value}\t${one.description}` : one.value));
  return files ? [...lines, FILES] : lines;
}

/** Walks the words that are whole: commands, then arguments, and options with their values in between. */
function placeOf(program: Command, words: readonly string[]): Place {
  const place: Place = { command: program, operands: [], option: null };
  for (const word of words) {
    // Bash takes --option=value for three words.
    if (word === '=') continue;
    if (place.option !== null) place.option = null;
    else if (word.startsWith('-') && word !== '-') place.option = valuedOption(place.command, word);
    else {
      const child = place.operands.length === 0 && childOf(place.command, word);
      if (child) place.command = child;
      else place.operands.push(word);
    }
  }
  return place;
}

function childOf({ commands }: Command, name: string): Command | undefined {
  return commands.find((command) => command.name() === name);
}

function valuedOption(command: Command, word: string): Option | null {
  const option = optionOf(command, word);
  return option?.required ? option : null;
}

function optionOf(command: Command, flag: string): Option | null {
  return optionsOf(command).find(({ long, short }) => long === flag || short === flag) ?? null;
}

/** Those of a command, and those that hold everywhere. */
function optionsOf(command: Command): Option[] {
  const root = (one: Command): Command => (one.parent ? root(one.parent) : one);
  return [...new Set([...command.options, ...root(command).options])].filter(({ hidden }) => !hidden);
}

/** What may stand at a place; files where nothing else fits. */
interface Offer {
  candidates: Candidate[];
  files: boolean;
}

const NOTHING: Offer = { candidates: [], files: false };

async function offered({ command, operands, option }: Place, typed: string, words: readonly string[]): Promise<Offer> {
  if (option !== null) return offerOf(KIND_OF_OPTION[option.long ?? ''], option.argChoices, operands, words);
  if (typed.startsWith('-')) {
    const candidates = optionsOf(command).map(({ long, short, description }) => ({
      value: long ?? short ?? '',
      description,
    }));
    return { candidates, files: false };
  }
  const children = operands.length === 0 ? commandsOf(command) : [];
  const argument = argumentAt(command, operands.length);
  if (argument === undefined) return { candidates: children, files: false };
  const choices = argument.name() === 'shell' ? SHELLS : argument.argChoices;
  const { candidates, files } = await offerOf(KIND_OF_ARGUMENT[argument.name()], choices, operands, words);
  // Where a file may stand alone, the model before it is left out.
  const orFile = !argument.required && argumentAt(command, operands.length + 1)?.name() === 'file';
  return { candidates: [...children, ...candidates], files: files || orFile };
}

function argumentAt({ registeredArguments }: Command, at: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[at] ?? (last?.variadic ? last : undefined);
}

function commandsOf(command: Command): Candidate[] {
  const visible = command.createHelp().visibleCommands(command);
  const isGroup = command.parent !== null;
  return visible
    .filter((child) => !isGroup || child.name() !== 'help')
    .map((child) => ({ value: child.name(), description: child.description() }));
}

async function offerOf(
  kind: Kind | undefined,
  choices: readonly string[] | undefined,
  operands: readonly string[],
  words: readonly string[],
): Promise<Offer> {
  if (kind === 'file') return { candidates: [], files: true };
  const candidates = choices?.map((value) => ({ value })) ?? (await valuesOf(kind, operands, words));
  return { candidates, files: false };
}

async function valuesOf(
  kind: Exclude<Kind, 'file'> | undefined,
  operands: readonly string[],
  words: readonly string[],
): Promise<Candidate[]> {
  if (kind === undefined) return [];
  if (kind === 'profile') return profileCandidates();
  const { client } = new Session({ profile: valueOn(words, '--profile'), url: valueOn(words, '--url') });
  const options = { client, signal: AbortSignal.timeout(PATIENCE_MS), query: { limit: 200 } };
  if (kind === 'model') {
    const { items } = await listModels(options);
    return items.map(({ name, description }) => ({ value: name, description: oneLine(description) }));
  }
  const { items } = await listVersions({ ...options, path: { model: operands[0] ?? '' } });
  return items.map(({ version, stage }) => ({ value: String(version), description: stage }));
}

/** What an option that holds everywhere was given on the line. */
function valueOn(words: readonly string[], name: string): string | undefined {
  const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at === -1) return undefined;
  // Bash takes --option=value for three words.
  const [option, ...rest] = words.slice(at).filter((word) => word !== '=');
  return option!.includes('=') ? option!.slice(option!.indexOf('=') + 1) : rest[0];
}

function profileCandidates(): Candidate[] {
  const known = Object.entries(readLogins(process.env).profiles);
  return [
    ...known.map(([value, { url }]) => ({ value, description: url })),
    { value: LOCAL_PROFILE, description: 'a service that was started in this folder' },
  ];
}

/** The first line, without what would end a candidate or what follows it. */
function oneLine(text: string): string {
  return harmless(text.split('\n', 1)[0]!).replaceAll('\t', ' ');
}
