import { z } from 'zod';
import {
  count,
  datasetName,
  digest,
  eventKind,
  labelChanges,
  labels,
  statedDataset,
  stored,
  versionNumber,
} from './event-kind.js';

const changes = z.strictObject({
  description: z.string().nullable().optional().describe('The new description; null when it was emptied.'),
  tags: labelChanges.optional().describe('Tags that were set, null for each removed; null when all were removed.'),
  stored,
});
const deleted = z.strictObject({ stored });

const alias = z.strictObject({ alias: z.string().describe('Name of the alias.') });

/** What happens to models, versions, datasets, evaluations, aliases and policies. */
export const REGISTRY_EVENTS = {
  'model.created': eventKind(
    'model',
    'A model was created.',
    z.strictObject({
      name: z.string().describe('Its name.'),
      description: z.string().optional().describe('What it is for; absent when nobody said.'),
      owner: z.string().optional().describe('Who answers for it; absent when nobody said.'),
      tags: labels.optional().describe('Its tags; absent when none were given.'),
      stored,
    }),
  ),
  'model.imported': eventKind(
    'model',
    'A model, or what changed of it since, was taken over from another registry: what happens around this event by the same request repeats what happened there.',
    z.strictObject({
      source: z.string().describe('The address of the other registry.'),
      createdAt: z.string().describe('When it was created there.'),
      createdBy: z.string().optional().describe('Who created it there; absent when that is not known.'),
      updatedAt: z.string().describe('When it last changed there.'),
      versions: z
        .array(
          z.strictObject({
            version: versionNumber.describe('Its number, there and here.'),
            createdAt: z.string().describe('When it was registered there.'),
            createdBy: z.string().optional().describe('Who registered it there; absent when that is not known.'),
            updatedAt: z.string().describe('When it last changed there.'),
          }),
        )
        .describe('The versions that were registered or changed by it.'),
      stored,
    }),
  ),
  'model.updated': eventKind(
    'model',
    'Description, owner or tags of a model were changed.',
    z.strictObject({
      ...changes.shape,
      owner: z.string().nullable().optional().describe('The new owner; null when it was cleared.'),
    }),
  ),
  'model.renamed': eventKind(
    'model',
    'A model was given another name; the event itself carries the one before.',
    z.strictObject({
      from: z.string().describe('The name before.'),
      to: z.string().describe('The name from now on.'),
      stored,
    }),
  ),
  'model.deleted': eventKind('model', 'A model was deleted; its record stays.', deleted),
  'version.registered': eventKind(
    'version',
    'A version was registered.',
    z.strictObject({
      runId: z.string().optional().describe('The training run it came from.'),
      artifactUri: z.string().describe('Where its artifact lies.'),
      artifactDigest: digest.optional().describe("Digest of the artifact's bytes."),
      dataset: statedDataset.omit({ split: true }).optional().describe('The dataset it was trained on.'),
      gitCommit: z.string().optional().describe('The commit of the training code.'),
      framework: z.string().optional().describe('The library it was made with.'),
      signature: z.record(z.string(), z.unknown()).optional().describe('Its inputs and outputs.'),
      source: z
        .string()
        .optional()
        .describe('Where MLflow was told that it lies, when that is not the artifact itself.'),
      runLink: z.string().optional().describe('The page of its run, as MLflow was told.'),
      loggedModelId: z.string().optional().describe('The logged model of MLflow that it was made of.'),
      params: z.record(z.string(), z.unknown()).optional().describe('Training parameters.'),
      metrics: z.record(z.string(), z.number()).optional().describe('Training metrics.'),
      description: z.string().optional().describe('What is special about it.'),
      tags: labels.optional().describe('Its tags.'),
      stored,
    }),
  ),
  'run.read': eventKind(
    'version',
    'What the tracking server says of the run of a version was read and is kept.',
    z.strictObject({
      runId: z.string().describe('The run.'),
      server: z.string().describe('The address of the tracking server.'),
      digest: digest.describe('Digest over the canonical form of what is kept.'),
    }),
  ),
  'version.updated': eventKind('version', 'Description or tags of a version were changed.', changes),
  'version.deleted': eventKind('version', 'A version was deleted; its record stays.', deleted),
  'version.quarantined': eventKind(
    'version',
    'A version was quarantined: it may not be promoted.',
    z.strictObject({ reason: z.string().describe('Why.'), stored }),
  ),
  'version.released': eventKind(
    'version',
    'A version was released from quarantine.',
    z.strictObject({ reason: z.string().optional().describe('Why; absent when nobody said.'), stored }),
  ),
  'version.signed': eventKind(
    'version',
    'A signature over the artifact of a version was kept.',
    z.strictObject({
      signatureId: z.uuid().describe('Id of the signature.'),
      digest: digest.describe('Digest of the bundle, or else of the envelope, as canonical JSON.'),
      stored,
    }),
  ),
  'alias.set': eventKind('version', 'An alias was pointed at a version.', alias),
  'alias.deleted': eventKind('version', 'An alias was taken from a version.', alias),
  'dataset.registered': eventKind(
    'registry',
    'A version of a dataset was registered.',
    z.strictObject({
      id: z.uuid().describe('Its id.'),
      ...datasetName.shape,
      split: z.string().nullable().describe('Part of the dataset; null when nobody stated it.'),
      digest: digest.nullable().describe('Digest of its content; null when nobody stated it.'),
      rowCount: count.describe('Number of its rows.'),
      inventoryDigest: digest.optional().describe('Digest of its inventory of slices; absent in early events.'),
      stored,
    }),
  ),
  'evaluation.submitted': eventKind(
    'version',
    'Evidence on a version was stored, sent as metrics or computed from predictions.',
    z.strictObject({
      evaluationId: z.uuid().describe('Id of the evaluation.'),
      digest: digest.describe('Digest of the evaluation.'),
      dataset: datasetName.describe('The data it was measured on.'),
      stored: z
        .strictObject({
          head: digest.describe('Over what is said of the evaluation as a whole.'),
          metrics: digest.describe('Over its measures, by name and slice.'),
          paired: digest.describe('Over its paired evidence.'),
        })
        .optional()
        .describe('Digests over all that is stored of it, which the verification makes again; absent in early events.'),
    }),
  ),
  'gate_policy.set': eventKind(
    'registry or model',
    "A gate policy was set, a model's or the registry's default.",
    z.strictObject({
      revision: versionNumber.describe('Number of the new revision.'),
      digest: digest.describe('Digest of its canonical form.'),
      preset: z.string().nullable().describe('The preset it builds on; null when it builds on none.'),
      sourceDigest: digest.optional().describe('Digest of the document as it was sent; absent in early events.'),
      requestedBy: z.string().optional().describe('Its author, where another gave the last approval of the change.'),
      stored,
      comment: z.string().optional().describe('Why, in the words of its author; absent when nothing was said.'),
    }),
  ),
} as const;
