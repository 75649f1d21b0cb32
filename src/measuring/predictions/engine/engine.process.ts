import { drawCurve } from './curves/curves.engine.js';
import { EngineFault } from './engine-fault.js';
import { type CurveTask, type EngineMessage, type EngineTask } from './engine-task.js';
import { runTask, TaskProgress } from './run-task.engine.js';

const REPORT_MS = 250;
/** Beyond its memory a process holds code, buffers and what the kernel rounds up. */
const OVERHEAD_BYTES = 256 * 1024 * 1024;

/**
 * The program that measures one prediction file, or draws one curve of kept rows, and ends. It is a process of its own, so that neither a crash nor a long
 * statement can hurt the service; it ends with the service, and knows neither its database nor its secrets.
 */
async function main(task: EngineTask | CurveTask): Promise<void> {
  const progress = new TaskProgress();
  const mostBytes = task.limits.memoryMegabytes * 1024 * 1024 + OVERHEAD_BYTES;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() > mostBytes) leave(outOfMemory());
    void tell({ type: 'progress', progress: progress.current });
  }, REPORT_MS);
  try {
    const message = await perform(task, progress);
    clearInterval(timer);
    await tell({ type: 'progress', progress: progress.current });
    await tell(message);
  } catch (error) {
    clearInterval(timer);
    await tell(toMessage(error));
  }
  process.exit(0);
}

async function perform(task: EngineTask | CurveTask, progress: TaskProgress): Promise<EngineMessage> {
  if ('curve' in task) return { type: 'curve', curve: await drawCurve(task) };
  return { type: 'result', result: await runTask(task, progress) };
}

function toMessage(error: unknown): EngineMessage {
  if (error instanceof EngineFault) return { type: 'fault', fault: error.details };
  return { type: 'failure', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function outOfMemory(): EngineMessage {
  const detail = 'The rows need more memory than a job may use; send fewer columns or rows.';
  return { type: 'fault', fault: { code: 'OUT_OF_MEMORY', detail } };
}

function leave(message: EngineMessage): void {
  void tell(message).then(() => process.exit(0));
}

function tell(message: EngineMessage): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected) return resolve();
    process.send!(message, () => resolve());
  });
}

process.once('disconnect', () => process.exit(1));
process.once('message', (task: EngineTask | CurveTask) => void main(task));
