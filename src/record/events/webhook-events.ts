import { z } from 'zod';
import { count, eventKind, stored, time } from './event-kind.js';

const id = z.uuid().describe('Id of the webhook.');
const parts = {
  id,
  target: z.string().describe('Where it calls: scheme, host and port, since a path may be a secret.'),
  format: z.enum(['cloudevents', 'slack', 'teams', 'mail']).describe('What it sends.'),
  types: z.array(z.string()).describe('The types of events it is told of.'),
  model: z.string().nullable().describe('Only of the model of this name; null for every one.'),
  modelPrefix: z.string().nullable().describe('Only of models whose name begins so; null for every name.'),
  stored,
};

/** What happens to webhooks; their secrets are in none of it. */
export const WEBHOOK_EVENTS = {
  'webhook.created': eventKind('registry', 'A webhook was made.', z.strictObject(parts)),
  'webhook.updated': eventKind(
    'registry',
    'A webhook was changed, enabled or disabled; the event tells how it is from then on.',
    z.strictObject({ ...parts, enabled: z.boolean().describe('Whether anything is sent.') }),
  ),
  'webhook.deleted': eventKind('registry', 'A webhook was deleted.', z.strictObject({ id })),
  'webhook.secret_rotated': eventKind(
    'registry',
    'A webhook was given a new secret and a new pair of keys.',
    z.strictObject({
      id,
      formerUntil: time.nullable().describe('Until when the former secret signs as well; null for no longer.'),
      stored,
    }),
  ),
  'webhook.disabled': eventKind(
    'registry',
    'The service disabled a webhook whose receiver wants nothing more.',
    z.strictObject({ id, reason: z.string().describe('What the receiver said.'), stored }),
  ),
  'webhook.redelivered': eventKind(
    'registry',
    'A webhook is told of events once more.',
    z.strictObject({
      id,
      deliveries: count.describe('How many deliveries are sent again.'),
      from: time.optional().describe('Of events at or after this time; absent when one delivery was chosen.'),
      to: time.optional().describe('Of events at or before this time; absent when one delivery was chosen.'),
    }),
  ),
} as const;
