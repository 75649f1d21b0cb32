import { type Config, readConfig } from '../platform/config.js';
import { type Connected, connect } from '../connect.js';
import { createLog } from '../platform/http/log.js';

/** Runs a program; when it fails, the sentence goes to standard error and the exit code is 1. */
export function runCommand(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

/** Opens the service's own database for what `use` does with it, and prints what that answers. */
export async function withDatabase(
  use: (dataSource: Connected['dataSource'], config: Config) => Promise<string>,
): Promise<void> {
  const config = readConfig();
  const database = await connect(config, createLog('warn', false));
  try {
    process.stdout.write(`${await use(database.dataSource, config)}\n`);
  } finally {
    await database.close();
  }
}
