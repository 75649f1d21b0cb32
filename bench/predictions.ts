import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import {
  type EngineMessage,
  type EngineResult,
  type EngineTask,
} from '../src/measuring/predictions/engine/engine-task.js';
import { type PredictionSpec } from '../src/measuring/predictions/prediction-layout.js';

/**
 * Metrics and paired evidence of a million rows with six slice columns, against pandas, scikit-learn and fairlearn on the
 * same files in the same run: `npm run bench:predictions [rows]`.
 */
const ROWS = Number(process.argv[2] ?? 1_000_000);
const RUNS = 3;
const HERE = fileURLToPath(new URL('.', import.meta.url));
const VENV = join(HERE, '.venv');
const PYTHON = join(VENV, 'bin', 'python');
const PROGRAM = fileURLToPath(new URL('../dist/src/measuring/predictions/engine/engine.process.js', import.meta.url));
const SLICES = ['s0', 's1', 's2', 's3', 's4', 's5'];

const SPEC: PredictionSpec = {
  task: 'binary',
  columns: { rowId: 'row_id', label: 'label', prediction: 'prediction', score: 'score', latencyMs: 'latency_ms' },
  slices: SLICES,
  crosses: [],
  threshold: null,
  classes: null,
  cutoffs: [],
};

interface PythonResult {
  seconds: { read: number; metrics: number; pairs: number };
  metrics: Record<string, Record<string, number>>;
  pairs: Record<string, Record<string, number>>;
}

interface Files {
  challenger: string;
  incumbent: string;
  csv: string;
}

/** Two models on the same rows in different order, about as good as each other, with 35 slices. */
async function makeFiles(folder: string): Promise<Files> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SELECT setseed(0.42)');
  await connection.run(`CREATE TABLE truth AS SELECT i AS row_id, (random() < 0.24)::TINYINT AS label, random() AS ease,
    ${[2, 5, 7, 14, 4, 3].map((n, index) => `'v' || floor(random() * ${n})::INT AS s${index}`).join(', ')}
    FROM range(${ROWS}) t(i)`);
  const paths = {
    challenger: join(folder, 'challenger.parquet'),
    incumbent: join(folder, 'incumbent.parquet'),
    csv: join(folder, 'challenger.csv'),
  };
  for (const path of [paths.challenger, paths.incumbent]) {
    await connection.run(`CREATE OR REPLACE TABLE model AS SELECT *, (score >= 0.5)::TINYINT AS prediction FROM (
      SELECT row_id, label, round(least(1, greatest(0, 0.35 * label + 0.45 * ease + 0.3 * random() - 0.1)), 6) AS score,
        round(0.3 - ln(random() + 1e-9) / 2, 3) AS latency_ms, ${SLICES.join(', ')} FROM truth) ORDER BY random()`);
    await connection.run(`COPY model TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
    if (path === paths.challenger) await connection.run(`COPY model TO '${paths.csv}' (FORMAT csv)`);
  }
  connection.closeSync();
  return paths;
}

/** One task as the service runs it: a fresh process, from its start to its result. */
function runEngine(task: EngineTask): Promise<{ seconds: number; result: EngineResult }> {
  rmSync(task.workDir, { recursive: true, force: true });
  mkdirSync(task.workDir, { recursive: true });
  const start = performance.now();
  const child = fork(PROGRAM, [], { execArgv: [] });
  child.send(task);
  return new Promise((resolve, reject) => {
    child.on('message', (message: EngineMessage) => {
      if (message.type === 'result') resolve({ seconds: (performance.now() - start) / 1000, result: message.result });
      if (message.type === 'fault') reject(new Error(message.fault.detail));
      if (message.type === 'failure') reject(new Error(message.message));
    });
    child.once('exit', (code) => reject(new Error(`The engine ended with ${code}.`)));
  });
}

function preparePython(): void {
  if (existsSync(join(VENV, 'ready'))) return;
  execFileSync('python3', ['-m', 'venv', VENV], { stdio: 'inherit' });
  const packages = ['pandas', 'pyarrow', 'scikit-learn', 'fairlearn'];
  execFileSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], {
    stdio: 'inherit',
  });
  execFileSync('touch', [join(VENV, 'ready')]);
}

/** Values that differ between the two, which would make the comparison worthless. */
function disagreements(ours: EngineResult, theirs: PythonResult): string[] {
  const nameOf = (slice: object) => Object.entries(slice).map(([k, v]) => `${k}=${v}`)[0] ?? 'overall';
  const far = (a: number, b: number) => Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(b));
  const metrics = ours.metrics.filter(({ name, slice, value }) => {
    const other = theirs.metrics[nameOf(slice!)]?.[name];
    return other !== undefined && far(value!, other);
  });
  const pairs = ours.paired.filter((pair) => {
    const other = theirs.pairs[nameOf(pair.slice!)]!;
    return pair.kind === 'aucPair' && (far(pair.aucC, other.aucC!) || far(pair.varC * 1e6, other.varC! * 1e6));
  });
  return [
    ...metrics.map(({ name, slice }) => `${name} ${nameOf(slice!)}`),
    ...pairs.map(({ slice }) => `DeLong ${nameOf(slice!)}`),
  ];
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const LIMITS = {
  unpackedBytes: 2 ** 40,
  rows: 1e9,
  columns: 100,
  slices: 1_000,
  memoryMegabytes: 4_096,
  threads: cpus().length,
  draws: 70_000_000,
};

function taskOf(
  folder: string,
  path: string,
  format: 'parquet' | 'csv',
  incumbents: EngineTask['incumbents'],
): EngineTask {
  const workDir = join(folder, 'work');
  return {
    source: { kind: 'file', path, form: { format, delimiter: ',' } },
    spec: SPEC,
    workDir,
    outputFile: join(workDir, 'rows.parquet'),
    limits: LIMITS,
    incumbents,
  };
}

interface Measured {
  /** Medians over the runs. */
  parquet: number;
  csv: number;
  result: EngineResult;
}

async function measure(folder: string, files: Files): Promise<Measured> {
  const kept = join(folder, 'kept.parquet');
  const { result: incumbent } = await runEngine(taskOf(folder, files.incumbent, 'parquet', []));
  renameSync(join(folder, 'work', 'rows.parquet'), kept);
  const incumbents = [{ version: 1, path: kept, spec: SPEC, predictionDigest: incumbent.kept!.predictionDigest }];
  const seconds = { parquet: [] as number[], csv: [] as number[] };
  let result = incumbent;
  for (let run = 0; run < RUNS; run += 1) {
    const once = await runEngine(taskOf(folder, files.challenger, 'parquet', incumbents));
    result = once.result;
    seconds.parquet.push(once.seconds);
    seconds.csv.push((await runEngine(taskOf(folder, files.csv, 'csv', incumbents))).seconds);
  }
  return { parquet: median(seconds.parquet), csv: median(seconds.csv), result };
}

function measureInPython(files: Files): PythonResult {
  const script = ['-W', 'ignore', join(HERE, 'predictions.py'), files.challenger, files.incumbent];
  return JSON.parse(execFileSync(PYTHON, script, { maxBuffer: 1e9 }).toString()) as PythonResult;
}

function linesOf({ parquet, csv, result }: Measured, python: PythonResult, off: readonly string[]): string[] {
  const { read, metrics, pairs } = python.seconds;
  const total = read + metrics + pairs;
  return [
    `${ROWS.toLocaleString('en')} rows, ${SLICES.length} slice columns, ${Object.keys(python.pairs).length} slices with the whole, ${cpus().length} cores, Node ${process.version}`,
    `stagegate, Parquet:  ${parquet.toFixed(2)} s  (median of ${RUNS}; process start, checks of every row, ${result.metrics.length} metrics, ${result.paired.length} pairs, rows kept)`,
    `stagegate, CSV:      ${csv.toFixed(2)} s`,
    `Python, Parquet:     ${total.toFixed(2)} s  (read ${read.toFixed(2)}, metrics ${metrics.toFixed(2)}, pairs ${pairs.toFixed(2)}; interpreter and imports not counted)`,
    `ratio:               ${(total / parquet).toFixed(1)} × with Parquet, ${(total / csv).toFixed(1)} × with CSV`,
    off.length === 0 ? 'values agree to 1e-9' : `VALUES DIFFER: ${off.slice(0, 10).join('; ')}`,
  ];
}

async function main(): Promise<void> {
  preparePython();
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-bench-'));
  try {
    const files = await makeFiles(folder);
    const measured = await measure(folder, files);
    const python = measureInPython(files);
    const off = disagreements(measured.result, python);
    process.stdout.write(`${linesOf(measured, python, off).join('\n')}\n`);
    if (off.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
