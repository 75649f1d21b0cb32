import { z } from 'zod';
import { count, datasetName, digest, eventKind, statedDataset } from './event-kind.js';

const jobId = z.uuid().describe('Id of the job.');
const file = {
  format: z.enum(['parquet', 'csv', 'ndjson']).describe('Format of the file.'),
  delimiter: z.string().describe('What separates columns, in a CSV file.'),
  marks: z
    .strictObject({
      decimal: z.string().describe('What separates the fraction.'),
      thousands: z.string().nullable().describe('What separates thousands; null when nothing does.'),
    })
    .optional()
    .describe('What separates the digits of numbers in a CSV file; absent when nobody stated it.'),
  bytes: count.describe('Size of the file in bytes.'),
};

const source = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('upload').describe('`upload`: the file came with the request.'),
    name: z.string().nullable().describe('Name of the file; null when nobody stated it.'),
    ...file,
    digest: digest.describe('Digest of the file.'),
  }),
  z.strictObject({
    kind: z.literal('uri').describe('`uri`: the file lies in a folder that the service may read.'),
    uri: z.string().describe('Where the file lies.'),
    ...file,
    digest: digest.nullable().describe('Digest of the file as stated by the caller; null when it stated none.'),
  }),
  z.strictObject({
    kind: z.literal('stored').describe('`stored`: the predictions were kept from an earlier job.'),
    predictionsId: z.uuid().describe('Id of the kept predictions.'),
    rowsId: z.uuid().describe('Id of the kept predictions whose rows count.'),
    provesExamples: z.boolean().optional().describe('Whether row ids must be shown to name the same examples.'),
    needsComparison: z.boolean().optional().describe('Whether nothing may come of it without its comparisons.'),
    after: z.uuid().nullable().optional().describe('The job that has to end before; null when none has to.'),
  }),
]);

const error = z.strictObject({
  code: z.string().describe('Stable code of the fault.'),
  detail: z.string().describe('The fault in a sentence.'),
  line: count.optional().describe('Line of the file that holds it.'),
  column: z.string().optional().describe('Column of the file that holds it.'),
});

/** What happens to jobs that measure prediction files, and to the predictions they keep. */
export const PREDICTION_EVENTS = {
  'predictions.submitted': eventKind(
    'version',
    'Predictions of a version were submitted, or kept ones asked for again.',
    z.strictObject({
      jobId,
      dataset: statedDataset.describe('The data that was predicted on.'),
      source: source.describe('Where the predictions come from.'),
      askedBy: z.literal('gates').optional().describe('`gates` when a judgement lacked the evidence; else absent.'),
    }),
  ),
  'predictions.succeeded': eventKind(
    'version',
    'Predictions were measured and became an evaluation.',
    z.strictObject({
      jobId,
      evaluationId: z.uuid().describe('Id of the evaluation.'),
      rows: count.describe('Number of rows measured.'),
    }),
  ),
  'predictions.failed': eventKind(
    'version',
    'Predictions could not be measured.',
    z.strictObject({ jobId, error: error.describe('Why not.') }),
  ),
  'predictions.cancelled': eventKind('version', 'A job was cancelled before it ended.', z.strictObject({ jobId })),
  'predictions.swept': eventKind(
    'version',
    'Kept predictions were let go; the evaluation made of them stays.',
    z.strictObject({
      predictionsId: z.uuid().describe('Id of the kept predictions.'),
      reason: z.enum(['deleted', 'superseded', 'expired']).describe('Why they may go.'),
      dataset: datasetName.describe('The data they were predictions on.'),
    }),
  ),
} as const;
