import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineFault, type FaultDetails } from '../../../src/measuring/predictions/engine/engine-fault.js';
import {
  type EngineResult,
  type EngineSource,
  type StoredRef,
} from '../../../src/measuring/predictions/engine/engine-task.js';
import { runTask, TaskProgress } from '../../../src/measuring/predictions/engine/run-task.engine.js';
import { formatOfName, delimiterOfName } from '../../../src/measuring/predictions/jobs/job.js';
import { type FileForm, type PredictionSpec } from '../../../src/measuring/predictions/prediction-layout.js';

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
  return inFolder((folder) => measure(folder, { name, content, spec, form }));
}

/** A file of predictions, as a version sends it. */
export interface SentFile {
  name: string;
  content: string | Uint8Array;
  spec?: Partial<PredictionSpec>;
  form?: Partial<FileForm>;
}

/** What the engine finds in a file beside the kept rows of another version. */
export async function pairFiles(own: SentFile, other: SentFile): Promise<EngineResult | FaultDetails> {
  return inFolder(async (folder) => measure(folder, own, [await keep(folder, 1, other)]));
}

/** What the engine finds of the kept predictions of one file on the kept rows of another. */
export async function measureStored(predictions: SentFile, rows: SentFile): Promise<EngineResult | FaultDetails> {
  return inFolder(async (folder) => {
    const kept = { predictions: await keep(folder, 1, predictions), rows: await keep(folder, 2, rows) };
    return run(folder, { kind: 'stored', ...kept, provesExamples: false }, kept.rows.spec);
  });
}

async function keep(folder: string, version: number, file: SentFile): Promise<StoredRef> {
  const result = await measure(folder, file);
  if (!('metrics' in result)) throw new Error(`Refused: ${JSON.stringify(result)}`);
  const path = join(folder, `kept-${version}`);
  renameSync(join(folder, 'rows'), path);
  return { version, path, spec: { ...BINARY, ...file.spec }, predictionDigest: result.kept!.predictionDigest };
}

function measure(folder: string, { name, content, spec, form }: SentFile, incumbents: StoredRef[] = []) {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const stated = { format: formatOfName(name)!, delimiter: delimiterOfName(name), ...form };
  return run(folder, { kind: 'file', path, form: stated }, { ...BINARY, ...spec }, incumbents);
}

async function run(
  workDir: string,
  source: EngineSource,
  spec: PredictionSpec,
  incumbents: StoredRef[] = [],
): Promise<EngineResult | FaultDetails> {
  const task = { source, spec, workDir, outputFile: join(workDir, 'rows'), limits: LIMITS, incumbents };
  try {
    return await runTask(task, new TaskProgress());
  } catch (error) {
    if (error instanceof EngineFault) return error.details;
    throw error;
  }
}

async function inFolder<Found>(work: (folder: string) => Promise<Found>): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-engine-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
