/** Codes that a failed job can carry, each with the sentence that the documentation shows. */
export const FAULT_CODES = {
  DIGEST_MISMATCH: 'The file is not the one whose digest was stated.',
  SOURCE_UNREADABLE: 'The named file can no longer be read.',
  EMPTY_FILE: 'The file holds no rows.',
  MALFORMED_FILE: 'The file is not what its format says: truncated, damaged or of another kind.',
  UNPACKED_TOO_LARGE: 'The decompressed file is larger than the service reads.',
  TOO_MANY_ROWS: 'The file holds more rows than the service reads.',
  TOO_MANY_COLUMNS: 'The file holds more columns than the service reads.',
  TOO_MANY_SLICES: 'The slice columns hold more different values than the service reports on.',
  UNKNOWN_COLUMN: 'A declared column is not in the file.',
  WRONG_COLUMN_TYPE: 'A column holds values of a type that cannot serve.',
  DUPLICATE_COLUMN: 'Two columns of the file have one name.',
  MISSING_ROW_ID: 'A row has no id.',
  INVALID_ROW_ID: 'An id of a row is too long or holds what no database stores.',
  DUPLICATE_ROW_ID: 'Two rows have one id.',
  INVALID_LABEL: 'A label is missing or outside the classes.',
  INVALID_PREDICTION: 'A prediction is missing, not a number or outside the classes.',
  VALUE_OUT_OF_RANGE: 'A number is so large that its squares cannot be summed.',
  INVALID_SCORE: 'A score is missing or not a finite number.',
  SCORE_OUT_OF_RANGE: 'A score lies outside 0 to 1.',
  INVALID_WEIGHT: 'A weight is missing, not a number or negative.',
  MISSING_UNIT: 'A row names no unit.',
  INVALID_UNIT: 'A unit is too long or holds what no database stores.',
  INVALID_LATENCY: 'A latency is missing, not a number or negative.',
  INVALID_PROBABILITY: 'A probability is missing or outside 0 to 1, or those of a row do not sum to 1.',
  INVALID_SLICE_VALUE: 'A slice value is too long or holds what no database stores.',
  SLICE_VARIES_WITHIN_UNIT: 'Rows of one query lie in different slices.',
  ROW_SET_MISMATCH: 'Two versions were not predicted on the same rows.',
  EXAMPLES_DIFFER: 'Ids of rows name other examples in another version of the dataset.',
  COMPARISON_IMPOSSIBLE: 'The comparison that the job was begun for cannot be made.',
  LABEL_MISMATCH: 'The labels of two prediction files differ on one row.',
  OUT_OF_MEMORY: 'The file needs more memory than a job may use.',
  TIME_LIMIT: 'The job took longer than a job may.',
  ENGINE_CRASHED: 'The engine ended unexpectedly, also when tried again.',
  SERVICE_ENDED: 'The service ended each time it measured the file, which may be sound.',
  ENGINE_UNAVAILABLE: 'The analytical engine cannot be loaded on this machine.',
  SPOOL_UNREACHABLE: 'The uploaded file lies with a replica that has gone.',
  TARGET_GONE: 'The model or version was deleted meanwhile.',
  INTERNAL_ERROR: 'The service failed; its log says why.',
} as const;
export type FaultCode = keyof typeof FAULT_CODES;

/** Why a prediction file could not be measured, for the person who sent it. */
export interface FaultDetails {
  code: FaultCode;
  detail: string;
  /** Line of the file, counted from 1 and with its header; of a Parquet file, the row. */
  line?: number;
  /** Column that holds the fault. */
  column?: string;
}

/** Ends a job with a reason that its submitter can act on; everything else thrown is a failure of the service. */
export class EngineFault extends Error {
  constructor(readonly details: FaultDetails) {
    super(details.detail);
    this.name = 'EngineFault';
  }
}

export function engineFault(
  code: FaultCode,
  detail: string,
  place: Pick<FaultDetails, 'line' | 'column'> = {},
): EngineFault {
  return new EngineFault({ code, detail, ...place });
}
