import { type StatedPair } from '../../../judging/evidence/stated-evidence.js';
import { type EngineTask, type EngineResult, type Progress, type Step } from './engine-task.js';
import { Session } from './duckdb.engine.js';
import { faultOfMessage } from './duckdb-message.js';
import { EngineFault } from './engine-fault.js';
import { loadFile } from './rows/loading.engine.js';
import { measure } from './metrics/measuring.engine.js';
import { pair } from './pairs/pairing.engine.js';
import { MOST_LISTS } from './resampling/replicate-plan.js';
import { inspect, unpack } from './rows/source.engine.js';
import { loadStored } from './rows/stored.engine.js';
import { digestPredictions, store } from './rows/storing.engine.js';

/** How far a task has come, kept up to date for whoever asks. */
export class TaskProgress {
  step: Step = 'starting';
  rowsTotal: number | null = null;
  private rowsLoaded: number | null = null;
  session: Session | null = null;

  loaded(rows: number): void {
    this.rowsLoaded = rows;
    this.rowsTotal = rows;
  }

  get current(): Progress {
    const reading = this.step === 'reading' ? (this.session?.rowsProcessed ?? 0) : 0;
    return { step: this.step, rowsRead: this.rowsLoaded ?? reading, rowsTotal: this.rowsTotal };
  }
}

/** Reads, measures, compares and keeps the predictions of one task. */
export async function runTask(task: EngineTask, progress: TaskProgress): Promise<EngineResult> {
  const { source } = task;
  const format = source.kind === 'file' ? source.format : 'parquet';
  try {
    return await perform(task, progress);
  } catch (error) {
    if (error instanceof EngineFault) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw faultOfMessage(message, progress.step === 'reading' ? format : null) ?? error;
  }
}

async function perform(task: EngineTask, progress: TaskProgress): Promise<EngineResult> {
  const { spec, incumbents } = task;
  progress.step = 'reading';
  const { session, rows } = await load(task, progress);
  progress.loaded(rows);
  progress.step = 'measuring';
  const measured = await measure(session, spec, rows);
  const predictionDigest = await digestPredictions(session, spec, rows);
  progress.step = 'pairing';
  const own = { spec, measured, count: rows, predictionDigest };
  const budget = { draws: task.limits.draws, lists: MOST_LISTS };
  const paired: StatedPair[] = [];
  const warnings: string[] = [];
  for (const incumbent of incumbents) {
    const found = await pair(session, own, incumbent, budget);
    paired.push(...found.paired);
    warnings.push(...found.warnings);
  }
  progress.step = 'storing';
  const file = await store(session, task.outputFile);
  session.close();
  const metrics = measured.measures.toWire();
  return { rows, metrics, paired, warnings, predictionDigest, ...file, engine: session.engine };
}

async function load(task: EngineTask, progress: TaskProgress): Promise<{ session: Session; rows: number }> {
  const { source, spec, limits, workDir } = task;
  const kept = task.incumbents.map(({ path }) => path);
  if (source.kind === 'stored') {
    const files = [source.predictions.path, source.rows.path, ...kept];
    const session = await Session.open(limits, files, workDir);
    progress.session = session;
    return { session, rows: await loadStored(session, source, spec, limits) };
  }
  const file = await unpack(source, workDir, limits);
  const session = await Session.open(limits, [file.path, ...kept], workDir);
  progress.session = session;
  const inspected = await inspect(session, source, file, limits);
  progress.rowsTotal = inspected.rowsTotal;
  return { session, rows: await loadFile(session, inspected.file, spec, limits) };
}
