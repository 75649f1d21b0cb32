import { Injectable } from '@nestjs/common';
import { delimiterOfName, formatOfName, type JobRequest, type JobSource } from '../jobs/job.js';
import { type SpooledFile } from '../kept/prediction-files.service.js';
import { type FileForm } from '../prediction-layout.js';
import { type SubmitPredictionsRequest } from '../predictions.dto.js';
import { digestDiffers, formatUnknown, invalidUploadOf, marksNotApplicable } from '../predictions.problems.js';
import { SourceRoots } from './source-roots.service.js';
import { checkSubmission } from './submission.reader.js';
import { UploadBody } from './upload-body.reader.js';

/** Predictions that were handed in: what is asked for, and where they are. */
export interface Submission {
  /** Names the file that waits for the job of this id; absent when none does. */
  id?: string;
  request: JobRequest;
  source: JobSource;
}

/** Reads what callers hand in: a form of the request and its file, or the request alone that names one. */
@Injectable()
export class Submissions {
  constructor(private readonly roots: SourceRoots) {}

  async receive(body: unknown): Promise<Submission> {
    if (body instanceof UploadBody) {
      const { checked, fileName, file } = await body.receive();
      const source = uploadedSource(checked.stated, fileName, file);
      return { id: body.jobId, request: checked.request, source };
    }
    const { stated, request } = await checkSubmission(body);
    return { request, source: await this.namedSource(stated) };
  }

  private async namedSource(stated: SubmitPredictionsRequest): Promise<JobSource> {
    const { uri, digest } = stated;
    if (uri === undefined) {
      throw invalidUploadOf('Send the file as multipart/form-data with the parts request and file, or name it by uri.');
    }
    const { bytes } = await this.roots.resolve(uri);
    return { kind: 'uri', uri, ...formOf(stated, uri), bytes, digest: digest ?? null };
  }
}

function uploadedSource(stated: SubmitPredictionsRequest, fileName: string | null, file: SpooledFile): JobSource {
  if (stated.uri !== undefined) throw invalidUploadOf('A request with a file cannot name another by uri.');
  if (stated.digest !== undefined && stated.digest !== file.digest) throw digestDiffers(stated.digest, file.digest);
  if (/\p{Cc}/u.test(fileName ?? '')) throw invalidUploadOf('The name of the file holds control characters.');
  const name = fileName?.slice(0, 255) ?? null;
  return { kind: 'upload', name, ...formOf(stated, name), bytes: file.bytes, digest: file.digest };
}

function formOf(stated: SubmitPredictionsRequest, name: string | null): FileForm {
  const format = stated.format ?? (name === null ? null : formatOfName(name));
  if (format === null) throw formatUnknown(name);
  const { decimal, thousands } = stated;
  const delimiter = stated.delimiter ?? delimiterOfName(name ?? '');
  if (decimal === undefined && thousands === undefined) return { format, delimiter };
  if (format !== 'csv') throw marksNotApplicable(decimal === undefined ? 'thousands' : 'decimal');
  return { format, delimiter, marks: { decimal: decimal ?? '.', thousands: thousands ?? null } };
}
