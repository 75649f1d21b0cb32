/** One step of a CI job: `node main.js register|evaluate|check|comment|promote`. Everything else is in the environment. */
import { COMMANDS } from './commands.js';
import { tokenFor } from './exchange.js';
import { EXIT } from './exit-codes.js';
import { hostOf } from './hosts.js';
import { Problem, Registry } from './registry.js';
import { readSettings } from './settings.js';

async function main(name) {
  const host = hostOf(process.env);
  try {
    const command = COMMANDS[name];
    if (!command)
      throw new Error(
        `${name ? `There is no command ${name}` : 'Name a command'}; there are ${Object.keys(COMMANDS).join(', ')}.`,
      );
    const settings = readSettings(process.env);
    const registry = new Registry({ ...settings, token: await tokenFor(settings, process.env) });
    const { outcome, message } = await command({ settings, registry, host });
    if (outcome === 'done') host.say(message);
    else if (settings.accept.includes(outcome)) host.alarm('notice', `${message} (accepted)`);
    else host.alarm('error', message);
    return settings.accept.includes(outcome) ? EXIT.done : EXIT[outcome];
  } catch (error) {
    host.alarm('error', error instanceof Error ? error.message : String(error));
    return error instanceof Problem && error.isStale ? EXIT.stale : EXIT.other;
  }
}

process.exitCode = await main(process.argv[2]);
