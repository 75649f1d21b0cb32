import { type Problem, problemKind } from '../../platform/http/problem.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { problemAt } from '../../values/pointer.js';
import { type Excess } from './jobs/queue-bounds.js';

const jobNotFound = problemKind(404, 'PREDICTION_JOB_NOT_FOUND', 'The prediction job does not exist');
const jobFinished = problemKind(409, 'PREDICTION_JOB_FINISHED', 'The prediction job has ended');
const tooManyJobs = problemKind(429, 'TOO_MANY_PREDICTION_JOBS', 'Too many prediction jobs are waiting');
const tooManyUploads = problemKind(429, 'TOO_MANY_UPLOADS', 'Too many files arrive at once');
const spaceTaken = problemKind(429, 'PREDICTION_SPACE_TAKEN', 'The place for uploaded files is taken');
const unavailable = problemKind(503, 'PREDICTIONS_UNAVAILABLE', 'The service cannot keep prediction files');
const invalidUpload = problemKind(400, 'INVALID_UPLOAD', 'The upload is not a request and a file');
const fileTooLarge = problemKind(413, 'PREDICTIONS_TOO_LARGE', 'The prediction file is too large');
const emptyFile = problemKind(400, 'EMPTY_FILE', 'The prediction file is empty');
const unknownFormat = problemKind(400, 'UNKNOWN_FORMAT', 'The format of the prediction file is not known');
const digestMismatch = problemKind(400, 'DIGEST_MISMATCH', 'The prediction file is not the one that was stated');
const unsupportedScheme = problemKind(400, 'UNSUPPORTED_URI', 'Files of this kind of URI are not read');
const sourceNotAllowed = problemKind(403, 'SOURCE_NOT_ALLOWED', 'The server may not read this file');
const sourceNotFound = problemKind(404, 'SOURCE_NOT_FOUND', 'There is no such file');
const nothingStored = problemKind(404, 'PREDICTIONS_NOT_STORED', 'No predictions are kept that could be measured');

export function predictionJobNotFound(id: string): Problem {
  return jobNotFound(`There is no prediction job '${id}'.`);
}

export function predictionJobFinished(id: string, status: string): Problem {
  return jobFinished(`The prediction job '${id}' is ${status} already.`);
}

/** Says which bound a submission would pass, of all callers or of this one. */
export function submissionRefused({ what, most, isOwn }: Excess): Problem {
  const headers = { 'Retry-After': '30' };
  const whose = isOwn ? ' of one subject' : '';
  switch (what) {
    case 'jobs':
      return tooManyJobs(`${most} jobs${whose} are waiting, as many as may. Try again when some have ended.`, {
        headers,
      });
    case 'uploads':
      return tooManyUploads(`${most} files${whose} arrive, as many as may at once. Try again soon.`, {
        headers: { 'Retry-After': '5' },
      });
    case 'bytes':
      return spaceTaken(
        `With this file, those${whose} that arrive or wait would have more than ${most} bytes. Try again when some jobs have ended.`,
        { headers },
      );
  }
}

export function predictionsUnavailable(): Problem {
  return unavailable('Prediction files need a place: start the service with STAGEGATE_DATA_DIR.');
}

export function invalidUploadOf(detail: string): Problem {
  return invalidUpload(detail);
}

export function predictionsTooLarge(most: number): Problem {
  return fileTooLarge(`The file is larger than ${most} bytes. Compress it, or send Parquet.`, {
    headers: { Connection: 'close' },
  });
}

export function predictionsEmpty(): Problem {
  return emptyFile('The file has no bytes.');
}

export function formatUnknown(name: string | null): Problem {
  const what = name === null ? 'The file has no name' : `'${name}' does not tell a format`;
  const detail = `${what}; state format as parquet, csv or ndjson.`;
  return unknownFormat(detail, { errors: [{ pointer: '/format', code: 'REQUIRED', detail }] });
}

export function marksNotApplicable(field: 'decimal' | 'thousands'): Problem {
  return validationFailed([problemAt([field], 'NOT_APPLICABLE', 'only the numbers of a CSV file have marks to state')]);
}

export function digestDiffers(stated: string, found: string): Problem {
  return digestMismatch(`The file has the digest ${found}, not ${stated}.`);
}

export function schemeUnsupported(uri: string): Problem {
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(uri)?.[0] ?? 'none';
  const detail = `The URI has the scheme ${scheme}; only file: URLs of allowed folders are read. Upload the file instead.`;
  return unsupportedScheme(detail, { errors: [{ pointer: '/uri', detail }] });
}

export function sourceForbidden(hasRoots: boolean): Problem {
  const detail = hasRoots
    ? 'The file lies outside of the folders that STAGEGATE_PREDICTIONS_ROOTS names. Upload it instead.'
    : 'No folder is named by STAGEGATE_PREDICTIONS_ROOTS, so no file is read by URI. Upload it instead.';
  return sourceNotAllowed(detail, { errors: [{ pointer: '/uri', detail }] });
}

export function sourceMissing(): Problem {
  const detail = 'There is no file of this name in the allowed folders.';
  return sourceNotFound(detail, { errors: [{ pointer: '/uri', detail }] });
}

export function predictionsNotStored(what: string): Problem {
  return nothingStored(`${what} Submit predictions of it instead.`);
}
