import { type IncomingHttpHeaders } from 'node:http';
import { type Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { StreamedBody } from '../../../platform/idempotency/streamed-body.js';
import { type PredictionFiles, type SpooledFile } from '../kept/prediction-files.service.js';
import { type SubmitPredictionsRequest } from '../predictions.dto.js';
import { parseSubmission, toJobRequest } from './submission.reader.js';
import { readUpload } from './upload.reader.js';

/** An upload that has arrived: the request, checked, and the file under the id of the job to be. */
export interface ReceivedUpload {
  jobId: string;
  request: SubmitPredictionsRequest;
  /** The request as it was sent. */
  text: string;
  fileName: string | null;
  file: SpooledFile;
}

/** A multipart body, read once, when it is first asked for. */
export class UploadBody extends StreamedBody {
  private received: Promise<ReceivedUpload> | undefined;
  private isKept = false;

  constructor(
    private readonly stream: Readable,
    private readonly headers: IncomingHttpHeaders,
    private readonly files: PredictionFiles,
  ) {
    super();
  }

  receive(): Promise<ReceivedUpload> {
    this.received ??= this.read();
    return this.received;
  }

  override async content(): Promise<unknown> {
    const { text, fileName, file } = await this.receive();
    return { request: JSON.parse(text) as unknown, fileName, digest: file.digest };
  }

  /** The file is a job's from now on. */
  keep(): void {
    this.isKept = true;
  }

  /** Removes the file unless a job has it: the request was refused, or answered before. */
  async drop(): Promise<void> {
    const upload = await this.received?.catch(() => undefined);
    if (upload && !this.isKept) await this.files.dropIncoming(upload.jobId);
  }

  private async read(): Promise<ReceivedUpload> {
    const jobId = uuidv7();
    const check = async (text: string) => {
      const request = await parseSubmission(text);
      toJobRequest(request);
      return request;
    };
    try {
      const upload = await readUpload(this.headers, this.stream, check, (content) => this.files.spool(jobId, content));
      const { request: text, fileName, file } = upload;
      return { jobId, request: await check(text), text, fileName, file };
    } catch (error) {
      await this.files.dropIncoming(jobId);
      throw error;
    }
  }
}
