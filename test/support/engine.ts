import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineFault, type FaultDetails } from '../../src/measuring/predictions/engine/engine-fault.js';
import { type EngineResult } from '../../src/measuring/predictions/engine/engine-task.js';
import { runTask, TaskProgress } from '../../src/measuring/predictions/engine/run-task.engine.js';
import { formatOfName, delimiterOfName } from '../../src/measuring/predictions/jobs/job.js';
import { type FileForm, type PredictionSpec } from '../../src/measuring/predictions/prediction-layout.js';

const LIMITS = {
  unpackedBytes: 50_000_000,
  rows: 10_000,
  columns: 100,
  slices: 100,
  memoryMegabytes: 512,
  threads: 1,
  draws: 0,
};

/** Binary rows with the columns id, y and p. */
export const BINARY: PredictionSpec = {
  task: 'binary',
  columns: { rowId: 'id', label: 'y', prediction: 'p' },
  slices: [],
  crosses: [],
  threshold: null,
  classes: null,
  cutoffs: [],
};

/** What the engine finds in a file, in this process; what it refuses the file for. */
export async function readFile(
  name: string,
  content: string | Uint8Array,
  spec: Partial<PredictionSpec> = {},
  form: Partial<FileForm> = {},
): Promise<EngineResult | FaultDetails> {
  const workDir = mkdtempSync(join(tmpdir(), 'stagegate-engine-'));
  const path = join(workDir, 'file');
  writeFileSync(path, content);
  const source = {
    kind: 'file',
    path,
    form: { format: formatOfName(name)!, delimiter: delimiterOfName(name), ...form },
  } as const;
  const task = { source, spec: { ...BINARY, ...spec }, workDir, outputFile: join(workDir, 'rows') };
  try {
    return await runTask({ ...task, limits: LIMITS, incumbents: [] }, new TaskProgress());
  } catch (error) {
    if (error instanceof EngineFault) return error.details;
    throw error;
  } finally {
    rmSync(workDir, { recursive: true });
  }
}
