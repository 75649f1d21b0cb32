import { EngineFault } from '../engine-fault.js';
import { faultOfMessage, messageOf } from '../duckdb-message.js';
import { type Format } from '../../prediction-layout.js';

/** Does what reads the file, and nothing else: what the engine then says against the file is its sender's to mend. */
export async function readingFile<Value>(format: Format, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof EngineFault) throw error;
    throw faultOfMessage(messageOf(error), format) ?? error;
  }
}
