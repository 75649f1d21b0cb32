import { type DatabaseSettings } from '../platform/config/database.js';
import { type Connected, connect } from '../connect.js';
import { createLog } from '../platform/http/log.js';
import { hindranceOf } from '../platform/http/unavailable.js';
import { rightsFailure } from '../platform/start-failure.js';

/** Runs a program; when it fails, the sentence goes to standard error and the exit code is 1. */
export function runCommand(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  });
}

function sentenceOf(thrown: unknown): string {
  const error = rightsFailure(thrown);
  return hindranceOf(error)?.detail ?? (error instanceof Error ? error.message : String(error));
}

/** Opens the service's own database for what `use` does with it, and prints what that answers; all else goes to standard error. */
export async function withDatabase(
  config: DatabaseSettings & { warnings: readonly string[] },
  use: (dataSource: Connected['dataSource']) => Promise<string>,
): Promise<void> {
  const log = createLog('warn', false, (line) => process.stderr.write(line));
  for (const warning of config.warnings) log.warn(warning);
  const database = await connect(config, log);
  try {
    process.stdout.write(`${await use(database.dataSource)}\n`);
  } finally {
    await database.close();
  }
}
