import { EngineFault } from '../engine-fault.js';
import { faultOfMessage } from '../duckdb-message.js';
import { type Format } from '../../prediction-layout.js';

/** Does what reads the file, and nothing else: what the engine then says against the file is its sender's to mend. */
export async function readingFile<Value>(format: Format, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof EngineFault || !(error instanceof Error)) throw error;
    throw faultOfMessage(error.message, format) ?? error;
  }
}
