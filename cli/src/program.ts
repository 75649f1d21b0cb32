import { readFileSync } from 'node:fs';
import { type Argument, Command } from 'commander';
import { addAliases } from './commands/aliases.js';
import { addAttestation } from './commands/attestation.js';
import { addCheck } from './commands/check.js';
import { addCheckpoint } from './commands/checkpoint.js';
import { addEvents } from './commands/events.js';
import { addExceptions } from './commands/exceptions.js';
import { addFreezes } from './commands/freezes.js';
import { addHolds } from './commands/holds.js';
import { addReviews } from './commands/reviews.js';
import { addRights } from './commands/rights.js';
import { addTrustRules } from './commands/trust-rules.js';
import { addWait } from './commands/wait.js';
import { addWebhooks } from './commands/webhooks.js';
import { addCompare } from './commands/compare.js';
import { addDatasets } from './commands/datasets.js';
import { addDecisions } from './commands/decide.js';
import { addEvaluate } from './commands/evaluate.js';
import { addAudit } from './commands/audit.js';
import { addEvidence } from './commands/evidence.js';
import { addHistory } from './commands/history.js';
import { addJobs } from './commands/jobs.js';
import { addLogin } from './commands/login.js';
import { addModels } from './commands/models.js';
import { addMoving } from './commands/moving.js';
import { addMoves } from './commands/moves.js';
import { addOpen } from './commands/open.js';
import { addPolicy } from './commands/policy.js';
import { addPromote } from './commands/promote.js';
import { addQuarantine } from './commands/quarantine.js';
import { addRollback } from './commands/rollback.js';
import { addSessions } from './commands/sessions.js';
import { addShow } from './commands/show.js';
import { addSignatures } from './commands/signatures.js';
import { addStage } from './commands/stage.js';
import { addTokens } from './commands/tokens.js';
import { addVerifyAttestation } from './commands/verify-attestation.js';
import { addVersions } from './commands/versions.js';
import { USUAL_WIDTH } from './text/page.js';
import { wrap } from './text/width.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export const EXIT_CODES_HELP = `Exit codes: 0 done, 2 gates refused, 3 awaiting approval, 4 inconclusive, 5 stale, 1 anything else.`;
/** Narrower than this a description stands below what it describes. */
const NARROWEST_DESCRIPTION = 24;

const USAGE = 'Usage: ';

/** What adds commands, with the names of those; in the order in which the help lists them. */
export const GROUPS: readonly (readonly [names: string, add: (program: Command) => void])[] = [
  ['login logout profiles use whoami', addLogin],
  ['models', addModels],
  ['versions register', addVersions],
  ['show', addShow],
  ['evaluate', addEvaluate],
  ['evaluations replay', addEvidence],
  ['job', addJobs],
  ['compare', addCompare],
  ['check', addCheck],
  ['promote', addPromote],
  ['approve reject withdraw cancel', addDecisions],
  ['wait', addWait],
  ['waive waivers revoke-waiver break-glass', addExceptions],
  ['review', addReviews],
  ['freeze', addFreezes],
  ['hold', addHolds],
  ['rollback', addRollback],
  ['archive demote restore', addMoves],
  ['quarantine release', addQuarantine],
  ['alias', addAliases],
  ['stage tenures', addStage],
  ['history', addHistory],
  ['events', addEvents],
  ['webhook', addWebhooks],
  ['audit', addAudit],
  ['checkpoint', addCheckpoint],
  ['attestation', addAttestation],
  ['verify-attestation', addVerifyAttestation],
  ['signature', addSignatures],
  ['policy', addPolicy],
  ['dataset', addDatasets],
  ['token', addTokens],
  ['session', addSessions],
  ['binding role', addRights],
  ['trust-rule', addTrustRules],
  ['import export', addMoving],
  ['open', addOpen],
];

/** Options of every command that a value follows. */
const VALUED: ReadonlySet<string> = new Set(['--profile', '--url']);

/** The name of the command that a line calls, as far as it can be told without knowing the commands. */
export function calledCommand(words: readonly string[]): string | undefined {
  return words.find((word, at) => !word.startsWith('-') && !VALUED.has(words[at - 1] ?? ''));
}

/**
 * The command line, without its completion: whole, or with no more than the command that is called and those made beside it.
 * To make them all takes longer than what a short one does.
 */
export function createProgram(called?: string): Command {
  const program: Command = new Command('stagegate')
    .exitOverride()
    .configureOutput({
      writeErr: (text) => (program.opts<{ json?: true }>().json ? undefined : process.stderr.write(text)),
      // What is wrong is said in the form of every other error, at the end.
      outputError: () => undefined,
    })
    .description('Model registry with promotion gates')
    .version(version, '-V, --version', 'shows the version of this program')
    .helpOption('-h, --help', 'shows how a command is used')
    .helpCommand('help [command]', 'shows how a command is used')
    .option('--json', 'answers JSON, for programs; failures as a problem on standard error')
    .option('--wide', 'leaves ids whole and lines as long as they are, however wide the terminal')
    .option(
      '--profile <profile>',
      'the server to speak to, by the name it was logged in with; local for one started here',
    )
    .option('--url <url>', 'the server to speak to, by its address')
    .configureHelp({
      showGlobalOptions: true,
      // Not those of a command in between, such as audit: what holds for audit export it lists itself.
      visibleGlobalOptions: (command) => (command === program ? [] : [...program.options]),
      // Which of them a command takes, its own help says.
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(shownArgument)].join(' '),
      sortSubcommands: false,
      minWidthToWrap: NARROWEST_DESCRIPTION,
      styleUsage: usageText,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      formatItem,
    })
    .addHelpText('after', () => `\n${wrap(EXIT_CODES_HELP, process.stdout.columns || USUAL_WIDTH).join('\n')}`);
  const meant = GROUPS.filter(([names]) => called !== undefined && names.split(' ').includes(called));
  for (const [, add] of meant.length > 0 ? meant : GROUPS) add(program);
  return program;
}

function shownArgument(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

/** How a command is called, below the word that says so where it is long. */
function usageText(this: { helpWidth?: number }, usage: string): string {
  return wrap(usage, (this.helpWidth ?? Infinity) - USAGE.length).join(`\n${' '.repeat(USAGE.length)}`);
}

/** A term with its description beside it, or below it where the terminal is narrow. */
function formatItem(this: { helpWidth?: number }, term: string, termWidth: number, description: string): string {
  const width = this.helpWidth ?? Infinity;
  const indent = termWidth + 4;
  if (width - indent >= NARROWEST_DESCRIPTION) {
    const lines = wrap(description, width - indent);
    return `  ${term.padEnd(termWidth)}  ${lines.join(`\n${' '.repeat(indent)}`)}`.trimEnd();
  }
  return [...wrap(`  ${term}`, width), ...wrap(`      ${description}`, width)].join('\n');
}
