import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Format } from '../../prediction-layout.js';
import { engineFault } from '../engine-fault.js';
import { type EngineLimits, type EngineSource, type EngineTask } from '../engine-task.js';
import { encodingOf, foreignKind, isMarkedUtf8 } from './file-start.js';
import { LineEnds } from './line-ends.js';
import { type SourceFile } from './source-sql.js';
import { summarizeZstd } from './zstd-frames.js';

export type FileSource = Extract<EngineSource, { kind: 'file' }>;

/** A file ready to be read by the engine: unpacked where that is needed, UTF-8 if it is text, and within its bounds. */
export interface UnpackedFile {
  path: string;
  compression: SourceFile['compression'];
}

/** Where copies of a file may be made, and within what bounds. */
export type Workshop = Pick<EngineTask, 'workDir' | 'limits'>;

/** Enough to tell what a file is. */
const START = 64;

/** Unpacks gzip, checks that zstd is whole and bounded, makes UTF-16 text UTF-8, and passes on what is plain. */
export async function unpack(source: FileSource, workDir: string, limits: EngineLimits): Promise<UnpackedFile> {
  const { size } = statSync(source.path);
  if (size === 0) throw engineFault('EMPTY_FILE', 'The file is empty.');
  const start = readStart(source.path, START);
  if (source.form.format === 'parquet') {
    if (start.subarray(0, 4).toString('latin1') === 'PAR1') return { path: source.path, compression: 'none' };
    const kind = foreignKind(start);
    const what = kind ? `The file is ${kind}` : 'The file is not a Parquet file, which begins with PAR1';
    throw engineFault('MALFORMED_FILE', `${what}.`);
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    const path = await gunzip(source.path, join(workDir, 'unpacked'), limits);
    return plainText(path, source.form.format, workDir, limits);
  }
  const magic = start.length < 4 ? 0 : start.readUInt32LE();
  if (magic === 0xfd2fb528 || (magic & ~15) === 0x184d2a50) {
    checkZstd(source.path, size, limits);
    return { path: source.path, compression: 'zstd' };
  }
  return plainText(source.path, source.form.format, workDir, limits);
}

async function plainText(path: string, format: Format, workDir: string, limits: EngineLimits): Promise<UnpackedFile> {
  const start = readStart(path, START);
  const kind = foreignKind(start);
  const name = format === 'csv' ? 'CSV' : 'NDJSON';
  if (kind !== undefined) throw engineFault('MALFORMED_FILE', `The file is ${kind}, not ${name}; save it as ${name}.`);
  const encoding = encodingOf(start) ?? (format === 'ndjson' && isMarkedUtf8(start) ? 'utf-8' : undefined);
  if (encoding === undefined) return { path, compression: 'none' };
  const decoder = new TextDecoder(encoding, { fatal: true });
  const target = join(workDir, 'utf-8');
  try {
    await rewrite(path, target, limits, {
      push: (bytes) => Buffer.from(decoder.decode(bytes, { stream: true })),
      end: () => Buffer.from(decoder.decode()),
    });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw engineFault('MALFORMED_FILE', `The file is not valid ${encoding.slice(0, 6).toUpperCase()} text.`);
    throw error;
  }
  return { path: target, compression: 'none' };
}

/** Copies a CSV text from a byte on, with one kind of line end; says whether it had several. */
export async function copyLines(
  path: string,
  fromByte: number,
  { workDir, limits }: Workshop,
): Promise<{ path: string; wereMixed: boolean }> {
  const ends = new LineEnds();
  const target = join(workDir, 'lines');
  await rewrite(path, target, limits, ends, fromByte);
  return { path: target, wereMixed: ends.areMixed };
}

/** What a text becomes, piece by piece. */
interface Rewriting {
  push(bytes: Uint8Array): Buffer;
  end(): Buffer;
}

async function rewrite(
  path: string,
  target: string,
  limits: EngineLimits,
  rewriting: Rewriting,
  start = 0,
): Promise<void> {
  const work = new Transform({
    transform: (chunk: Buffer, _encoding, done) => attempt(() => rewriting.push(chunk), done),
    flush: (done) => attempt(() => rewriting.end(), done),
  });
  await pipeline(createReadStream(path, { start }), work, bounded(limits), createWriteStream(target, { mode: 0o600 }));
}

function attempt(work: () => Buffer, done: (error: Error | null, bytes?: Buffer) => void): void {
  try {
    done(null, work());
  } catch (error) {
    done(error as Error);
  }
}

async function gunzip(path: string, target: string, limits: EngineLimits): Promise<string> {
  try {
    await pipeline(createReadStream(path), createGunzip(), bounded(limits), createWriteStream(target, { mode: 0o600 }));
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('Z_')) throw engineFault('MALFORMED_FILE', 'The gzip file is truncated or damaged.');
    throw error;
  }
  if (statSync(target).size === 0) throw engineFault('EMPTY_FILE', 'The file is empty.');
  return target;
}

function bounded(limits: EngineLimits): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > limits.unpackedBytes ? tooLarge(limits) : null, chunk);
    },
  });
}

function checkZstd(path: string, size: number, limits: EngineLimits): void {
  const file = openSync(path, 'r');
  try {
    const summary = summarizeZstd(size, (position, length) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, position));
    });
    if (summary === null) throw engineFault('MALFORMED_FILE', 'The zstd file is truncated or damaged.');
    if (summary.mostBytes > limits.unpackedBytes) throw tooLarge(limits);
  } finally {
    closeSync(file);
  }
}

export function tooLarge({ unpackedBytes }: EngineLimits): Error {
  return engineFault('UNPACKED_TOO_LARGE', `Decompressed, the file is larger than ${unpackedBytes} bytes.`);
}

export function readStart(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
