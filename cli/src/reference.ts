import { type Argument, type Command, type Option } from 'commander';
import { addCompletion } from './completion.js';
import { FAILURES } from './failure.js';
import { createProgram, EXIT_CODES_HELP } from './program.js';

/** The page docs/cli.md: every command with its arguments and options, as `--help` knows them. */
function reference(program: Command): string {
  const sections = commandsOf(program).map(section);
  return `${[
    '# Command line',
    '',
    'This page is written by `npm run cli:reference`. The README of `cli/` says how to install, log in and complete.',
    '',
    '## Everywhere',
    '',
    table(['option', 'what it does'], program.options.filter(isShown).map(optionRow)),
    '',
    ...sections,
    '## Errors',
    '',
    `${EXIT_CODES_HELP} Codes of the service are explained at its \`/docs/problems\`; these are the command line's own:`,
    '',
    table(
      ['code', 'meaning'],
      Object.entries(FAILURES).map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
    '',
  ].join('\n')}\n`;
}

function commandsOf(command: Command): Command[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .filter((child) => child.name() !== 'help')
    .flatMap((child) =>
      child.commands.length > 0 && isGroup(child) ? commandsOf(child) : [child, ...commandsOf(child)],
    );
}

/** A command that only leads to others. */
function isGroup(command: Command): boolean {
  return command.options.length === 0 && command.registeredArguments.length === 0;
}

function section(command: Command): string {
  const name = nameOf(command);
  const usage = command.usage().replace(/ ?\[options\] ?| ?\[command\]/g, '');
  const rows = [...command.registeredArguments.map(argumentRow), ...command.options.filter(isShown).map(optionRow)];
  const lines = [
    `## ${name}`,
    '',
    `${command.description()}.`,
    '',
    '```sh',
    `stagegate ${name} ${usage}`.trimEnd(),
    '```',
    '',
  ];
  return [...lines, ...(rows.length > 0 ? [table(['argument or option', 'what it is'], rows), ''] : [])].join('\n');
}

function nameOf(command: Command): string {
  return command.parent?.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

function isShown({ hidden }: Option): boolean {
  return !hidden;
}

function optionRow({ flags, description, argChoices, defaultValue, mandatory, negate }: Option): string[] {
  const choices = argChoices ? `; one of ${argChoices.join(', ')}` : '';
  const preset = defaultValue === undefined || negate ? '' : `; ${String(defaultValue)} unless given`;
  return [`\`${flags}\``, `${description}${choices}${preset}${mandatory ? '; required' : ''}`];
}

function argumentRow(argument: Argument): string[] {
  const { argChoices, defaultValue, description } = argument;
  const choices = argChoices ? `; one of ${argChoices.join(', ')}` : '';
  const preset = defaultValue === undefined ? '' : `; ${String(defaultValue)} unless given`;
  return [`\`${argument.name()}\``, `${description}${choices}${preset}`];
}

function table(titles: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

const program = createProgram();
addCompletion(program);
process.stdout.write(reference(program));
