import { z } from 'zod';
import { ENFORCEMENTS } from '../outcome/enforcement.js';

/** A text of at least one character that names something. */
export const name = (max: number) => z.string().min(1).max(max);
/** A size in units of a metric. */
export const amount = z.number().min(0);

const sliceValueSchema = z
  .union([z.string().max(256), z.number(), z.boolean()])
  .meta({ id: 'SliceValue', description: 'Value of a feature.' });

/** A slice as a document states it. */
const sliceSchema = z
  .record(z.string().min(1).max(256), sliceValueSchema)
  .meta({ id: 'Slice', description: 'A slice as feature=value pairs, at most 8; {} is the whole.', maxProperties: 8 });

/** The dataset of a rule, or of all rules that name none. */
export const datasetSchema = z
  .union([
    name(256),
    z
      .strictObject({
        name: name(256).describe('Name of the evaluation dataset.'),
        split: z.string().min(1).max(128).optional().describe('Split of it; absent means any.'),
      })
      .meta({ id: 'NamedDataset', description: 'A dataset, or one split of it.' }),
  ])
  .meta({
    id: 'DatasetChoice',
    description: 'The evaluation dataset to judge on; absent, the dataset of the newest evaluation of the challenger.',
  });

/** Fields of every rule. */
export const ruleFields = {
  id: name(200).optional().describe('Unique id of the rule within its stage; derived from its content when absent.'),
  description: z.string().max(1000).optional().describe('Why the rule exists, at most 1000 characters.'),
  enforcement: z
    .enum(ENFORCEMENTS)
    .optional()
    .describe('block refuses, warn reports a warning, observe only records; block when absent.'),
  dataset: datasetSchema.optional(),
};

/** Fields of every rule whose measures may have too little data. */
export const judgedFields = {
  onInconclusive: z
    .enum(['block', 'warn'])
    .optional()
    .describe('Whether measures with too little data block or, unless critical, only warn; block when absent.'),
  confidence: z
    .number()
    .gt(0.5)
    .lt(1)
    .optional()
    .describe('One-sided confidence, between 0.5 and 1; 0.95 when absent.'),
};

/** Fields of every rule on the slices of a metric. */
export const sliceFields = {
  slicesOf: z
    .array(z.string().min(1).max(512))
    .max(50)
    .optional()
    .describe('Features whose every value found in the evidence is judged as a slice; "sex&race" means their cross.'),
  slices: z
    .array(sliceSchema)
    .max(10_000)
    .optional()
    .describe('Slices to judge; when given, only these are judged unless includeOverall is true.'),
  includeOverall: z
    .boolean()
    .optional()
    .describe('Whether the whole is judged besides the slices; true when no slices are given, else false.'),
  critical: z
    .boolean()
    .optional()
    .describe('Whether an undefined or inconclusive measure of this rule may never be overlooked.'),
  minSliceSize: z
    .int()
    .min(0)
    .max(1e9)
    .optional()
    .describe('Rows below which a slice is not judged but INCONCLUSIVE; 100 when absent.'),
  poolSmallSlices: z
    .boolean()
    .optional()
    .describe('Whether discovered slices below minSliceSize are judged together as one; false when absent.'),
  maxUntestedShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Share of rows, 0 to 1, that may lie in discovered slices too small to judge; 0.05 when absent.'),
  maxSlices: z.int().min(1).max(10_000).optional().describe('Most slices this rule may judge; 1000 when absent.'),
};
