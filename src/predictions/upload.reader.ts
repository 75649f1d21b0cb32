import { type IncomingHttpHeaders } from 'node:http';
import { type Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { Problem } from '../http/problem.js';
import { invalidUploadOf } from './predictions.problems.js';
import { type SpooledFile } from './prediction-files.service.js';

/** A request part and a file part, the file on disk already. */
export interface Upload {
  request: string;
  fileName: string | null;
  file: SpooledFile;
}

const LARGEST_REQUEST = 1_048_576;

/**
 * Reads a multipart body: `request`, JSON, and `file`, in any order. The file goes to `spool` as it arrives; when the
 * request comes first, `check` may refuse it before the file is taken.
 */
export async function readUpload(
  headers: IncomingHttpHeaders,
  body: Readable,
  check: (request: string) => Promise<unknown>,
  spool: (content: Readable) => Promise<SpooledFile>,
): Promise<Upload> {
  const busboy = openBusboy(headers);
  let request: string | undefined;
  let fileName: string | null = null;
  let file: Promise<SpooledFile> | undefined;
  let fault: Problem | undefined;
  busboy.on('field', (name, value, _nameTruncated, isTruncated) => {
    if (name !== 'request') fault ??= invalidUploadOf(`There is no part '${name}'; the parts are request and file.`);
    else if (isTruncated) fault ??= invalidUploadOf(`The part request is larger than ${LARGEST_REQUEST} bytes.`);
    else request = value;
  });
  busboy.on('file', (_name, content, name) => {
    fileName = name ?? null;
    const checked = fault ? Promise.reject(fault) : request === undefined ? Promise.resolve() : check(request);
    file = checked.then(() => spool(content));
    file.catch(() => content.resume());
  });
  await finished(busboy, body, () => file);
  if (fault) throw fault;
  if (file === undefined) throw invalidUploadOf("The part 'file' is missing.");
  const spooled = await file;
  if (request === undefined) throw invalidUploadOf("The part 'request' is missing.");
  return { request, fileName, file: spooled };
}

function openBusboy(headers: IncomingHttpHeaders): BusboyInstance {
  const limits = { fields: 2, files: 1, parts: 3, fieldSize: LARGEST_REQUEST, fieldNameSize: 100, headerPairs: 20 };
  try {
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      limits,
      isPartAFile: (name) => name === 'file',
    });
  } catch {
    throw invalidUploadOf('The header Content-Type names no boundary.');
  }
}

/** Ends when the body is read, the file is refused, or the caller hangs up. */
function finished(busboy: BusboyInstance, body: Readable, file: () => Promise<SpooledFile> | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => {
      body.unpipe(busboy);
      body.resume();
      busboy.destroy();
      reject(error instanceof Problem ? error : invalidUploadOf('The upload broke off or is malformed.'));
    };
    busboy.once('finish', resolve);
    busboy.on('error', refuse);
    busboy.on('file', () => void file()?.catch(refuse));
    body.once('error', refuse);
    body.once('close', () => {
      if (!body.readableEnded) refuse(undefined);
    });
    body.pipe(busboy);
  });
}
