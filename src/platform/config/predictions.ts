import { delimiter, resolve } from 'node:path';
import { type SettingsReader } from './settings-reader.js';

/** Bounds on prediction files and on the jobs that measure them. */
export interface PredictionLimits {
  /** Folders whose files a request may name instead of uploading; none unless configured. */
  readonly roots: readonly string[];
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly slices: number;
  /** Jobs measured at once by this process; 0 leaves them to other replicas. */
  readonly concurrency: number;
  /** Jobs that may wait; an upload under way has the place of the job it becomes. */
  readonly queued: number;
  /** Of them, jobs that one subject asked for. */
  readonly queuedPerSubject: number;
  /** Files that arrive at once in this process. */
  readonly uploads: number;
  readonly uploadsPerSubject: number;
  /** Uploaded files in the data folder that arrive or wait for their job; one of unstated length counts as the largest. */
  readonly spooledBytes: number;
  readonly spooledBytesPerSubject: number;
  /** Of one job. */
  readonly threads: number;
  /** Rows that one job draws at most for paired replicates; 0 computes none. */
  readonly draws: number;
  readonly memoryMegabytes: number;
  /** How far jobs stand back behind all else on the machine; 0 makes them equals. */
  readonly niceness: number;
  readonly jobSeconds: number;
  /** How long a job of a replica that fell silent stays its own. */
  readonly leaseSeconds: number;
  /** How long a judgement waits for evidence that is computed for it; 0 does not wait. */
  readonly gateWaitSeconds: number;
  /** How long kept predictions of versions outside of Production and Staging stay; 0 keeps them for ever. */
  readonly keepDays: number;
  /** Between two looks for kept predictions that may go; what one finds the next one removes. */
  readonly sweepSeconds: number;
  /** What the engine process may read of the environment; no secret is among it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const MEBIBYTE = 1024 * 1024;
const LARGEST_FILE = 64 * 1024 * MEBIBYTE;
/** So small a queue may be one subject's alone; of a larger one it gets half. */
const SMALL_QUEUE = 10;

function name<Rest extends string>(rest: Rest) {
  return `STAGEGATE_PREDICTIONS_${rest}` as const;
}

export function readPredictionLimits(read: SettingsReader): PredictionLimits {
  const roots = (read.text(name('ROOTS')) ?? '').split(delimiter).filter((root) => root !== '');
  return Object.freeze({
    roots: Object.freeze(roots.map((root) => resolve(root))),
    unpackedBytes: read.count(name('MAX_UNPACKED_BYTES'), 4_096 * MEBIBYTE, 1_024, 512 * 1024 * MEBIBYTE),
    rows: read.count(name('MAX_ROWS'), 10_000_000, 1, 1_000_000_000),
    columns: read.count(name('MAX_COLUMNS'), 1_000, 2, 100_000),
    slices: read.count(name('MAX_SLICES'), 1_000, 1, 10_000),
    concurrency: read.count(name('CONCURRENCY'), 1, 0, 64),
    ...readQueueLimits(read),
    threads: read.count(name('THREADS'), 2, 1, 256),
    draws: read.count(name('MAX_DRAWS'), 70_000_000, 0, 100_000_000_000),
    memoryMegabytes: read.count(name('MEMORY_MB'), 2_048, 256, 1_048_576),
    niceness: read.count(name('NICENESS'), 10, 0, 19),
    jobSeconds: read.count(name('JOB_SECONDS'), 900, 1, 86_400),
    leaseSeconds: read.count(name('LEASE_SECONDS'), 30, 2, 3_600),
    gateWaitSeconds: read.count(name('GATE_WAIT_SECONDS'), 10, 0, 120),
    keepDays: read.count(name('KEEP_DAYS'), 365, 0, 36_500),
    sweepSeconds: read.count(name('SWEEP_SECONDS'), 3_600, 1, 86_400),
    environment: read.pick(['PATH', 'NODE_OPTIONS', 'TMPDIR', 'TZ', 'SystemRoot']),
  });
}

/** What may be on its way to an evaluation at once, in all and of one subject. */
function readQueueLimits(read: SettingsReader) {
  const fileBytes = read.count(name('MAX_BYTES'), 512 * MEBIBYTE, 1_024, LARGEST_FILE);
  const queued = read.count(name('MAX_QUEUED'), 100, 1, 100_000);
  const share = Math.min(queued, Math.max(SMALL_QUEUE, Math.ceil(queued / 2)));
  const uploads = read.count(name('MAX_UPLOADS'), 32, 1, 10_000);
  const spooledBytes = read.count(name('MAX_SPOOLED_BYTES'), 20 * fileBytes, fileBytes, 20 * LARGEST_FILE);
  return {
    fileBytes,
    queued,
    queuedPerSubject: read.count(name('MAX_QUEUED_PER_SUBJECT'), share, 1, 100_000),
    uploads,
    uploadsPerSubject: read.count(name('MAX_UPLOADS_PER_SUBJECT'), Math.ceil(uploads / 2), 1, 10_000),
    spooledBytes,
    spooledBytesPerSubject: read.count(
      name('MAX_SPOOLED_BYTES_PER_SUBJECT'),
      Math.max(fileBytes, Math.ceil(spooledBytes / 2)),
      fileBytes,
      20 * LARGEST_FILE,
    ),
  };
}
