import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config.js';
import { packageRoot } from '../../../platform/package-files.js';
import { type Curve } from './curves/curve.js';
import { type FaultDetails } from './engine-fault.js';
import {
  type CurveTask,
  type EngineMessage,
  type EngineResult,
  type EngineTask,
  type Progress,
} from './engine-task.js';

/** How an attempt at a task ended. */
export type EngineOutcome = { kind: 'result'; result: EngineResult } | Unfinished;

/** How a curve was drawn, or not. */
export type CurveOutcome = { kind: 'curve'; curve: Curve } | Unfinished;

/** Why there is no result. */
type Unfinished =
  | { kind: 'fault'; fault: FaultDetails }
  | { kind: 'failure'; message: string }
  /** The process ended without a word. */
  | { kind: 'crash'; message: string };

export interface EngineRun<Outcome = EngineOutcome> {
  outcome: Promise<Outcome>;
  kill(): void;
}

/** `engine.process.ts` with all that it imports in one file, which the build makes. */
const PROGRAM = join(packageRoot(), 'dist', 'src', 'engine.cjs');
/** The engine's binary is missing for this platform, or too new for it. */
const CANNOT_LOAD = /ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|ERR_DLOPEN_FAILED|Error loading duckdb native binding/;
const UNAVAILABLE: FaultDetails = {
  code: 'ENGINE_UNAVAILABLE',
  detail: 'The analytical engine has no binary for the machine of the service; submit metrics instead.',
};
const STDERR_KEPT = 4_000;
/** Runs each task in a process of its own. */
@Injectable()
export class Engine {
  constructor(private readonly config: Config) {}

  /** Measures a file. */
  run(task: EngineTask, onProgress: (progress: Progress) => void): EngineRun {
    return this.start<EngineOutcome>(task, (message) => {
      if (message.type === 'progress') onProgress(message.progress);
      return message.type === 'result' ? { kind: 'result', result: message.result } : undefined;
    });
  }

  /** Draws a curve of kept rows. */
  draw(task: CurveTask): EngineRun<CurveOutcome> {
    return this.start<CurveOutcome>(task, (message) =>
      message.type === 'curve' ? { kind: 'curve', curve: message.curve } : undefined,
    );
  }

  private start<Outcome>(
    task: EngineTask | CurveTask,
    outcomeOf: (message: EngineMessage) => Outcome | undefined,
  ): EngineRun<Outcome | Unfinished> {
    const child = fork(PROGRAM, [], {
      // What Node was told for the service, such as to listen for a debugger, is not for its engine; NODE_OPTIONS is for both.
      execArgv: [],
      env: { ...this.config.predictions.environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    yieldToOthers(child, this.config.predictions.niceness);
    const timer = setTimeout(
      () => end({ kind: 'fault', fault: this.tooLong() }),
      this.config.predictions.jobSeconds * 1000,
    );
    let end: (outcome: Outcome | Unfinished) => void = () => undefined;
    const outcome = new Promise<Outcome | Unfinished>((resolve) => {
      end = (ended) => {
        clearTimeout(timer);
        child.kill('SIGKILL');
        resolve(ended);
      };
      listen(child, outcomeOf, end);
    });
    child.send(task, (error) => error && end({ kind: 'crash', message: error.message }));
    return { outcome, kill: () => child.kill('SIGKILL') };
  }

  private tooLong(): FaultDetails {
    return { code: 'TIME_LIMIT', detail: `The job took longer than ${this.config.predictions.jobSeconds} seconds.` };
  }
}

function listen<Outcome>(
  child: ChildProcess,
  outcomeOf: (message: EngineMessage) => Outcome | undefined,
  end: (ended: Outcome | Unfinished) => void,
): void {
  let stderr = '';
  child.stderr!.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-STDERR_KEPT)));
  child.on('message', (message: EngineMessage) => {
    const outcome = outcomeOf(message);
    if (outcome !== undefined) end(outcome);
    if (message.type === 'fault') end({ kind: 'fault', fault: message.fault });
    if (message.type === 'failure') end({ kind: 'failure', message: message.message });
  });
  child.once('error', (error) => end({ kind: 'crash', message: error.message }));
  child.once('close', (code, signal) => {
    if (CANNOT_LOAD.test(stderr)) return end({ kind: 'fault', fault: UNAVAILABLE });
    end({ kind: 'crash', message: `The engine process ended with ${signal ?? `code ${code}`}. ${stderr}`.trim() });
  });
}

/** Answers to requests go before measurements. */
function yieldToOthers(child: ChildProcess, niceness: number): void {
  try {
    if (child.pid !== undefined && niceness > 0) setPriority(child.pid, niceness);
  } catch {
    // Some platforms do not let a process lower another; it then competes as an equal.
  }
}
