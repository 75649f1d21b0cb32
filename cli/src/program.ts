import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addCheck } from './commands/check.js';
import { addDecisions } from './commands/decide.js';
import { addEvaluate } from './commands/evaluate.js';
import { addHistory } from './commands/history.js';
import { addLogin } from './commands/login.js';
import { addModels } from './commands/models.js';
import { addOpen } from './commands/open.js';
import { addPolicy } from './commands/policy.js';
import { addPromote } from './commands/promote.js';
import { addVersions } from './commands/versions.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export const EXIT_CODES_HELP = `Exit codes: 0 done, 2 gates refused, 3 awaiting approval, 4 inconclusive, 5 stale, 1 anything else.`;

/** The whole command line, without its completion. */
export function createProgram(): Command {
  const program: Command = new Command('stagegate')
    .exitOverride()
    .configureOutput({
      writeErr: (text) => (program.opts<{ json?: true }>().json ? undefined : process.stderr.write(text)),
    })
    .showHelpAfterError('Add --help to see how the command is used.')
    .description('Model registry with promotion gates')
    .version(version, '-V, --version', 'shows the version of this program')
    .helpOption('-h, --help', 'shows how a command is used')
    .helpCommand('help [command]', 'shows how a command is used')
    .option('--json', 'answers JSON, for programs; failures as a problem on standard error')
    .option('--profile <profile>', 'the server to speak to, by the name it was logged in with')
    .option('--url <url>', 'the server to speak to, by its address')
    .configureHelp({
      showGlobalOptions: true,
      // Not those of a command in between, such as audit: what holds for audit export it lists itself.
      visibleGlobalOptions: (command) => (command === program ? [] : [...program.options]),
      sortSubcommands: false,
    })
    .addHelpText('after', `\n${EXIT_CODES_HELP}`);
  const adders = [addLogin, addModels, addVersions, addEvaluate, addCheck, addPromote, addDecisions, addHistory];
  for (const add of [...adders, addPolicy, addOpen]) add(program);
  return program;
}
