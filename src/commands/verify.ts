import { readConfig } from '../platform/config.js';
import { runCommand, withDatabase } from './run.js';
import { verifyRecord } from './verify-record.js';

/** `npm run verify`: the verification of the record, where the service does not run. */
async function verify(): Promise<void> {
  const config = readConfig();
  await withDatabase(config, (dataSource) => verifyRecord(config, dataSource));
}

runCommand(verify);
