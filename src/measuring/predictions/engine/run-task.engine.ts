import { type StatedPair } from '../../../judging/evidence/stated-evidence.js';
import { type EngineTask, type EngineResult, type Progress, type Step } from './engine-task.js';
import { idColumns } from '../prediction-layout.js';
import { Session } from './duckdb.engine.js';
import { faultOfAmount, messageOf } from './duckdb-message.js';
import { EngineFault } from './engine-fault.js';
import { loadFile } from './rows/loading.engine.js';
import { measure } from './metrics/measuring.engine.js';
import { pair } from './pairs/pairing.engine.js';
import { MOST_LISTS } from './resampling/replicate-plan.js';
import { inspect } from './rows/source.engine.js';
import { type SourceFile } from './rows/source-sql.js';
import { copyLines, unpack } from './rows/unpacking.engine.js';
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
  try {
    return await perform(task, progress);
  } catch (error) {
    if (error instanceof EngineFault) throw error;
    throw faultOfAmount(messageOf(error)) ?? error;
  }
}

async function perform(task: EngineTask, progress: TaskProgress): Promise<EngineResult> {
  const { spec, incumbents } = task;
  progress.step = 'reading';
  const { session, rows, warnings } = await load(task, progress);
  progress.loaded(rows);
  progress.step = 'measuring';
  const measured = await measure(session, spec, rows);
  const result = { rows, metrics: measured.measures.toWire(), engine: session.engine };
  if (idColumns(spec).length === 0) {
    session.close();
    return { ...result, paired: [], warnings: [...warnings, NOTHING_TO_PAIR], kept: null };
  }
  const predictionDigest = await digestPredictions(session, spec, rows);
  progress.step = 'pairing';
  const own = { spec, measured, count: rows, predictionDigest };
  const paired: StatedPair[] = [];
  for (const incumbent of incumbents) {
    const found = await pair(session, own, incumbent, { draws: task.limits.draws, lists: MOST_LISTS });
    paired.push(...found.paired);
    warnings.push(...found.warnings);
  }
  progress.step = 'storing';
  const file = await store(session, task.outputFile);
  session.close();
  return { ...result, paired, warnings, kept: { predictionDigest, ...file } };
}

const NOTHING_TO_PAIR =
  'Rows have no id, so nothing can be paired with other versions, now or later: name the column of their ids as rowId.';

/** Rows of the task, as they are to be measured. */
interface Loaded {
  session: Session;
  rows: number;
  warnings: string[];
}

async function load(task: EngineTask, progress: TaskProgress): Promise<Loaded> {
  const { source, spec, limits, workDir } = task;
  const kept = task.incumbents.map(({ path }) => path);
  if (source.kind === 'stored') {
    const files = [source.predictions.path, source.rows.path, ...kept];
    const session = await Session.open(limits, files, workDir);
    progress.session = session;
    return { session, rows: await loadStored(session, source, spec, limits), warnings: [] };
  }
  const file = await unpack(source, workDir, limits);
  const session = await Session.open(limits, [file.path, ...kept], workDir);
  progress.session = session;
  const inspected = await inspect(session, source, file, task);
  progress.rowsTotal = inspected.rowsTotal;
  return { session, ...(await loadText(session, inspected.file, task)) };
}

/** Loads a file; of CSV whose lines end in several ways, as joined files do, a copy in which they end alike. */
async function loadText(session: Session, file: SourceFile, task: EngineTask) {
  const { spec, limits } = task;
  try {
    return await loadFile(session, file, spec, limits);
  } catch (error) {
    const isTorn = error instanceof EngineFault && error.details.code === 'MALFORMED_FILE';
    const isCopy = file.linesBefore > 0;
    if (!isTorn || isCopy || file.format !== 'csv' || file.compression !== 'none') throw error;
    const { path, wereMixed } = await copyLines(file.path, 0, task);
    if (!wereMixed) throw error;
    return loadFile(session, { ...file, path }, spec, limits);
  }
}
