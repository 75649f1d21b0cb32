import { guidesAt } from './problem-guide.js';

/** Evaluations, prediction files and the jobs that measure them. */
export const EVIDENCE_GUIDES = {
  ...guidesAt('/api/v1/models/churn/versions/4/evaluations/from-predictions', {
    PREDICTIONS_UNAVAILABLE: [
      'The service has no data folder, so it cannot keep prediction files.',
      'Have it started with STAGEGATE_DATA_DIR, or measure elsewhere and send an evaluation.',
      'Prediction files need a place: start the service with STAGEGATE_DATA_DIR.',
    ],
    INVALID_UPLOAD: [
      'The upload is not a multipart body of a part named request, which is JSON, and a part named file.',
      'Send both parts, the request first, as the API document shows; a client or the command line does it for you.',
      "The part 'file' is missing.",
      ['UPLOAD_NOT_TAKEN', 'MALFORMED_JSON'],
    ],
    UPLOAD_NOT_TAKEN: [
      'A multipart body was sent to a path that takes JSON alone.',
      'Send files to /api/v1/models/{model}/versions/{version}/evaluations/from-predictions, and anything else as JSON.',
      'Send the body as JSON, with the header Content-Type: application/json.',
      ['UNSUPPORTED_MEDIA_TYPE'],
    ],
    PREDICTIONS_TOO_LARGE: [
      'The file has more bytes than STAGEGATE_PREDICTIONS_MAX_BYTES.',
      'Compress it or send Parquet, which is smaller; whoever runs the service can raise the limit.',
      'The file is larger than 536870912 bytes. Compress it, or send Parquet.',
      ['PAYLOAD_TOO_LARGE'],
    ],
    EMPTY_FILE: [
      'The file that was sent has no bytes.',
      'See that it was written to its end and closed before it was sent.',
      'The file has no bytes.',
      ['INVALID_UPLOAD'],
    ],
    UNKNOWN_FORMAT: [
      'Neither the name of the file nor the request says what format it has.',
      'State format as parquet, csv or ndjson, or give the file a name with its usual ending.',
      "'predictions.bin' does not tell a format; state format as parquet, csv or ndjson.",
    ],
    DIGEST_MISMATCH: [
      'The file that arrived is not the one whose digest the request states.',
      'Send it again; if the digest stays another, it was taken of another file or before a change.',
      'The file has the digest sha256:9f86d081884c7d65…, not sha256:60303ae22b998861….',
      ['ARTIFACT_DIGEST_MISMATCH'],
    ],
    UNSUPPORTED_URI: [
      'The file was named by a kind of URI that the service does not read.',
      'Upload the file, or name it by a file: URL below one of the folders that the service may read.',
      'The URI has the scheme s3; only file: URLs of allowed folders are read. Upload the file instead.',
      ['SOURCE_NOT_ALLOWED'],
    ],
    SOURCE_NOT_ALLOWED: [
      'The file lies outside of the folders that the service may read, or no folder was allowed.',
      'Upload the file, or have its folder added to STAGEGATE_PREDICTIONS_ROOTS.',
      'The file lies outside of the folders that STAGEGATE_PREDICTIONS_ROOTS names. Upload it instead.',
      ['SOURCE_NOT_FOUND', 'UNSUPPORTED_URI'],
    ],
    SOURCE_NOT_FOUND: [
      'No file of this name is in the folders that the service may read.',
      'Check the name, and that the folder is mounted where the service runs.',
      'There is no file of this name in the allowed folders.',
      ['SOURCE_NOT_ALLOWED'],
    ],
    PREDICTIONS_NOT_STORED: [
      'Kept predictions were to be measured, and none are kept of this version and dataset, or they were removed after their time.',
      'Submit the predictions again. STAGEGATE_PREDICTIONS_KEEP_DAYS says how long they stay.',
      'No predictions of version 4 on churn-test are kept. Submit predictions of it instead.',
      ['EVIDENCE_NOT_FOUND'],
    ],
    TOO_MANY_PREDICTION_JOBS: [
      'As many jobs wait or run as may, in all or of this subject.',
      'Try again as Retry-After says, when some have ended; whoever runs the service sets STAGEGATE_PREDICTIONS_MAX_QUEUED and its share per subject.',
      '50 jobs of one subject are waiting, as many as may. Try again when some have ended.',
      ['TOO_MANY_UPLOADS', 'PREDICTION_SPACE_TAKEN'],
    ],
    TOO_MANY_UPLOADS: [
      'As many files arrive at once as may, in all or of this subject.',
      'Try again as Retry-After says; send files one after the other.',
      '16 files of one subject arrive, as many as may at once. Try again soon.',
      ['TOO_MANY_PREDICTION_JOBS'],
    ],
    PREDICTION_SPACE_TAKEN: [
      'With this file, those that arrive or wait would take more of the disk than they may.',
      'Try again when some jobs have ended, state the length of the file, or have STAGEGATE_PREDICTIONS_MAX_SPOOLED_BYTES raised.',
      'With this file, those that arrive or wait would have more than 10737418240 bytes. Try again when some jobs have ended.',
      ['STORAGE_FULL', 'TOO_MANY_PREDICTION_JOBS'],
    ],
  }),
  ...guidesAt('/api/v1/prediction-jobs/01936b2e-0000-7000-8000-000000000000', {
    PREDICTION_JOB_NOT_FOUND: [
      'No prediction job has this id.',
      'Take the id from the answer to the upload, or from GET /api/v1/prediction-jobs.',
      "There is no prediction job '01936b2e-0000-7000-8000-000000000000'.",
      ['INVALID_ID'],
    ],
    PREDICTION_JOB_FINISHED: [
      'The job has ended, so there is nothing left to cancel.',
      'Read the job: it names its evaluation, or the fault of the file.',
      "The prediction job '01936b2e-0000-7000-8000-000000000000' is succeeded already.",
      ['PREDICTION_JOB_NOT_FOUND'],
    ],
  }),
  ...guidesAt('/api/v1/evaluations/01936b2e-0000-7000-8000-000000000000', {
    EVALUATION_NOT_FOUND: [
      'No evaluation has this id.',
      'Take the id from the list of evaluations of the version, or from a gate report.',
      "There is no evaluation '01936b2e-0000-7000-8000-000000000000'.",
      ['INVALID_ID'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/comparison', {
    EVIDENCE_NOT_FOUND: [
      'The two versions have no evaluations of one dataset that could be compared.',
      'Evaluate both on the same version of the same dataset; the detail says what is missing.',
      'Version 4 has no evaluation on churn-test 2026-10. Evaluate it there first.',
      ['PREDICTIONS_NOT_STORED', 'GATES_REFUSED'],
    ],
    REPORT_OF_OTHER_VERSIONS: [
      'The gate report or the transition that the comparison was asked to show is of other versions, or no gate judged it.',
      'Compare the versions that the report names, or leave report and transition out.',
      'No gate judged the transition, so it has no report.',
      ['EVIDENCE_NOT_FOUND'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/versions/4/curves', {
    PREDICTIONS_NOT_KEPT: [
      'Curves are drawn from predictions, and the service keeps none of this version on this dataset.',
      'Submit the predictions of the version as a file with row ids; what was submitted as metrics has no curve.',
      'This service keeps no predictions of version 4. Submit them row by row, with row ids.',
      ['PREDICTIONS_NOT_STORED', 'CURVE_NOT_APPLICABLE'],
    ],
    UNKNOWN_SLICE: [
      'The slice names a feature or a value that the kept predictions do not have.',
      'Take the slice from an evaluation of the predictions.',
      "The predictions have no slice column 'region'.",
    ],
    CURVE_NOT_APPLICABLE: [
      'Calibration and ROC need a score of two classes, residuals need numbers, and the predictions are of another kind.',
      'Ask for the kind that the detail names.',
      'Residuals are of regressions; these predictions are of two classes.',
      ['PREDICTIONS_NOT_KEPT'],
    ],
    CURVE_UNAVAILABLE: [
      'Drawing the curve took too long or failed in the engine that reads predictions; the cause is in the log.',
      'Ask again after as long as Retry-After says.',
      'The curve could not be drawn in time.',
      ['PREDICTIONS_UNAVAILABLE'],
    ],
  }),
};
