import { type IncomingHttpHeaders } from 'node:http';
import { type Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { Problem } from '../../../platform/http/problem.js';
import { invalidUploadOf } from '../predictions.problems.js';
import { type SpooledFile } from '../kept/prediction-files.service.js';

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
  const parts = new Parts(check, spool);
  const busboy = openBusboy(headers);
  busboy.on('field', (name, value, _nameTruncated, isTruncated) => parts.takeField(name, value, isTruncated));
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) busboy.on(limit, () => parts.refuseMore());
  busboy.on('file', (_name, content, name) => parts.takeFile(content, name));
  try {
    await finished(busboy, body, parts);
  } catch (error) {
    await parts.settled();
    throw error;
  }
  return parts.whole();
}

/** The parts of a body as they arrive. */
class Parts {
  private request: string | undefined;
  private fileName: string | null = null;
  private file: Promise<SpooledFile> | undefined;
  private content: Readable | undefined;
  private fault: Problem | undefined;

  constructor(
    private readonly check: (request: string) => Promise<unknown>,
    private readonly spool: (content: Readable) => Promise<SpooledFile>,
  ) {}

  /** Called with the reason when the file is refused while it arrives. */
  onRefusal: (reason: unknown) => void = () => undefined;

  takeField(name: string, value: string, isTruncated: boolean): void {
    if (name !== 'request')
      this.fault ??= invalidUploadOf(`There is no part '${name}'; the parts are request and file.`);
    else if (isTruncated) this.fault ??= invalidUploadOf(`The part request is larger than ${LARGEST_REQUEST} bytes.`);
    else if (this.request !== undefined) this.refuseMore();
    else this.request = value;
  }

  refuseMore(): void {
    this.fault ??= invalidUploadOf('There are more parts than one request and one file.');
  }

  takeFile(content: Readable, name: string | undefined): void {
    this.content = content;
    this.fileName = name ?? null;
    content.on('error', () => undefined);
    this.file = this.admit().then(() => this.spool(content));
    this.file.catch((reason: unknown) => this.onRefusal(reason));
  }

  /** Lets go of a file that will not be whole. */
  async settled(): Promise<void> {
    this.content?.destroy(new Error('The upload was given up.'));
    await this.file?.catch(() => undefined);
  }

  async whole(): Promise<Upload> {
    if (this.file === undefined) throw this.fault ?? invalidUploadOf("The part 'file' is missing.");
    const file = await this.file;
    if (this.fault) throw this.fault;
    if (this.request === undefined) throw invalidUploadOf("The part 'request' is missing.");
    return { request: this.request, fileName: this.fileName, file };
  }

  private async admit(): Promise<void> {
    if (this.fault) throw this.fault;
    if (this.request !== undefined) await this.check(this.request);
  }
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
function finished(busboy: BusboyInstance, body: Readable, parts: Parts): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => {
      body.unpipe(busboy);
      body.resume();
      reject(error instanceof Problem ? error : invalidUploadOf('The upload broke off or is malformed.'));
    };
    parts.onRefusal = refuse;
    busboy.once('finish', resolve);
    busboy.on('error', refuse);
    body.once('error', refuse);
    body.once('close', () => {
      if (!body.readableEnded) refuse(undefined);
    });
    body.pipe(busboy);
  });
}
