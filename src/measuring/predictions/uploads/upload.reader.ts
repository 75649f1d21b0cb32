import { type IncomingHttpHeaders } from 'node:http';
import { type Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { Problem } from '../../../platform/http/problem.js';
import { invalidUploadOf } from '../predictions.problems.js';
import { type SpooledFile } from '../kept/prediction-files.service.js';

/** A request part, as it was sent and as it was checked, and a file part, on disk already. */
export interface Upload<Checked> {
  text: string;
  checked: Checked;
  fileName: string | null;
  file: SpooledFile;
}

/** What becomes of the parts: each is handed on once, when it arrives. */
export interface PartTaker<Checked> {
  check(text: string): Promise<Checked>;
  spool(content: Readable): Promise<SpooledFile>;
}

const LARGEST_REQUEST = 1_048_576;
/** What stands for bytes that are no UTF-8 once they were read; JSON can write the character itself as an escape. */
const REPLACEMENT = '\ufffd';

/**
 * Reads a multipart body: `request`, JSON, and `file`, in any order. When the request comes first, its check may refuse
 * the file before a byte of it is taken.
 */
export async function readUpload<Checked>(
  headers: IncomingHttpHeaders,
  body: Readable,
  taker: PartTaker<Checked>,
): Promise<Upload<Checked>> {
  const parts = new Parts(taker);
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
class Parts<Checked> {
  private text: string | undefined;
  private checked: Promise<Checked> | undefined;
  private fileName: string | null = null;
  private file: Promise<SpooledFile> | undefined;
  private content: Readable | undefined;
  private fault: Problem | undefined;

  constructor(private readonly taker: PartTaker<Checked>) {}

  /** Called with the reason when the file is refused while it arrives. */
  onRefusal: (reason: unknown) => void = () => undefined;

  takeField(name: string, value: string, isTruncated: boolean): void {
    if (name !== 'request')
      this.fault ??= invalidUploadOf(`There is no part '${name}'; the parts are request and file.`);
    else if (isTruncated) this.fault ??= invalidUploadOf(`The part request is larger than ${LARGEST_REQUEST} bytes.`);
    else if (this.text !== undefined) this.refuseMore();
    else if (value.includes(REPLACEMENT)) this.fault ??= invalidUploadOf('The part request is not UTF-8.');
    else {
      this.text = value;
      this.checked = this.taker.check(value);
      // Who waits for it hears of a refusal; nobody may, when the file is refused before.
      this.checked.catch(() => undefined);
    }
  }

  refuseMore(): void {
    this.fault ??= invalidUploadOf('There are more parts than one request and one file.');
  }

  takeFile(content: Readable, name: string | undefined): void {
    this.content = content;
    this.fileName = name ?? null;
    content.on('error', () => undefined);
    this.file = this.admit().then(() => this.taker.spool(content));
    this.file.catch((reason: unknown) => this.onRefusal(reason));
  }

  /** Lets go of a file that will not be whole. */
  async settled(): Promise<void> {
    this.content?.destroy(new Error('The upload was given up.'));
    await this.file?.catch(() => undefined);
  }

  async whole(): Promise<Upload<Checked>> {
    if (this.file === undefined) throw this.fault ?? invalidUploadOf("The part 'file' is missing.");
    const file = await this.file;
    if (this.fault) throw this.fault;
    if (this.text === undefined) throw invalidUploadOf("The part 'request' is missing.");
    return { text: this.text, checked: await this.checked!, fileName: this.fileName, file };
  }

  private async admit(): Promise<void> {
    if (this.fault) throw this.fault;
    await this.checked;
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
function finished(busboy: BusboyInstance, body: Readable, parts: Parts<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => {
      body.unpipe(busboy);
      body.resume();
      reject(isOurs(error) ? error : invalidUploadOf('The upload broke off or is malformed.'));
    };
    parts.onRefusal = refuse;
    busboy.once('finish', resolve);
    busboy.on('error', refuse);
    body.once('error', refuse);
    body.once('close', () => {
      if (!body.readableEnded) refuse(undefined);
    });
    // A caller who hung up before is not heard of again.
    if (body.destroyed) refuse(undefined);
    else body.pipe(busboy);
  });
}

/** Whether the upload ended because of something here: a refusal, or a file that cannot be written. */
function isOurs(error: unknown): boolean {
  const { syscall = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return error instanceof Problem || ['open', 'write', 'close', 'mkdir'].includes(syscall);
}
