import { type ZodError } from 'zod';
import { type RunRecord } from './run-record.js';
import { type MlflowModel, type MlflowRun, parseLoggedModel, parseRun } from './mlflow-run.js';
import { toRunRecord } from './run-evidence.js';
import { TrackingFault } from './tracking-fault.js';

/** What of a tracking server is asked; the service has one over HTTP. */
export interface RunSource {
  readRun(runId: string): Promise<unknown>;
  readLoggedModel(id: string): Promise<unknown>;
  readModelFile(id: string): Promise<string>;
}

/** Which run is meant: by its own id, or by the model that it logged. */
export interface NamedRun {
  runId: string | null;
  loggedModelId: string | null;
}

/** A run with the logged model beside it, where one is named and the server knows it. */
export interface ReadRun {
  run: MlflowRun;
  loggedModel: MlflowModel | null;
}

/** Reads a run, by way of the logged model where that alone is named. @throws {TrackingFault} */
export async function readRun(source: RunSource, { runId, loggedModelId }: NamedRun): Promise<ReadRun> {
  const loggedModel = loggedModelId === null ? null : await readModel(source, loggedModelId, runId !== null);
  const id = runId ?? loggedModel?.info.source_run_id ?? '';
  if (id === '') throw new TrackingFault(`The logged model ${loggedModelId} came from no run.`, 'never');
  const run = understood(parseRun, await source.readRun(id));
  return { run, loggedModel };
}

/** Reads a run and what is to be kept of it. @throws {TrackingFault} */
export async function readEvidence(source: RunSource, named: NamedRun): Promise<ReadRun & { record: RunRecord }> {
  const read = await readRun(source, named);
  const modelFile = named.loggedModelId === null ? null : await optional(source.readModelFile(named.loggedModelId));
  return { ...read, record: toRunRecord(read.run, modelFile) };
}

/** Servers before MLflow 3 have no logged models, which a run alone does not need. */
async function readModel(source: RunSource, id: string, hasRun: boolean): Promise<MlflowModel | null> {
  const reading = source.readLoggedModel(id);
  const answer = await (hasRun ? optional(reading) : reading);
  return answer === null ? null : understood(parseLoggedModel, answer);
}

/** What the server does not have is null; that it is away is a fault still. */
async function optional<Value>(reading: Promise<Value>): Promise<Value | null> {
  return reading.catch((error: unknown) => {
    if (error instanceof TrackingFault && error.remedy === 'never') return null;
    throw error;
  });
}

function understood<Value>(parse: (answer: unknown) => Value, answer: unknown): Value {
  try {
    return parse(answer);
  } catch (error) {
    const [issue] = (error as ZodError).issues ?? [];
    throw new TrackingFault(`The answer is none of MLflow's: ${issue?.path.join('.')}: ${issue?.message}.`, 'never');
  }
}
