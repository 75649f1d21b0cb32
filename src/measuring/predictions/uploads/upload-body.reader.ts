import { type Readable } from 'node:stream';
import { type FastifyRequest } from 'fastify';
import { StreamedBody } from '../../../platform/idempotency/streamed-body.js';
import { type VersionRow } from '../../../registry/versions/version-row.js';
import { type PredictionFiles } from '../kept/prediction-files.service.js';
import { type CheckedSubmission, checkSubmission } from './submission.reader.js';
import { readUpload, type Upload } from './upload.reader.js';

/** A multipart body, read once, when it is first asked for. */
export class UploadBody extends StreamedBody {
  private received: Promise<Upload<CheckedSubmission>> | undefined;

  constructor(
    /** The id of the job to be, under which the file waits. */
    readonly jobId: string,
    /** The version that was let in for it. */
    readonly target: VersionRow,
    private readonly stream: Readable,
    private readonly request: Pick<FastifyRequest, 'headers' | 'admitAgain'>,
    private readonly files: PredictionFiles,
  ) {
    super();
  }

  receive(): Promise<Upload<CheckedSubmission>> {
    this.received ??= this.read();
    return this.received;
  }

  override async content(): Promise<unknown> {
    const { text, fileName, file } = await this.receive();
    return { request: JSON.parse(text) as unknown, fileName, digest: file.digest };
  }

  /** Removes the file unless it is a job's by now: the request was refused, taken back, or answered before. */
  async leave(isQueued: (jobId: string) => Promise<boolean>): Promise<void> {
    const upload = await this.received?.catch(() => undefined);
    if (upload && !(await isQueued(this.jobId))) await this.files.dropIncoming(this.jobId);
  }

  private async read(): Promise<Upload<CheckedSubmission>> {
    const path = this.files.incoming(this.jobId);
    const spool = (content: Readable) => this.files.spool(path, content);
    try {
      const upload = await readUpload(this.request.headers, this.stream, { check: checkSubmission, spool });
      // The file took its time; whoever may not hand it in any more does not.
      await this.request.admitAgain?.();
      return upload;
    } catch (error) {
      await this.files.dropIncoming(this.jobId);
      throw error;
    }
  }
}
