import { z } from 'zod';
import { eventKind, stored, time } from './event-kind.js';

const name = z.string().describe('Its name.');
const transitionId = z.uuid().describe('Id of the transition.');

/** What keeps models as they are, and what follows an emergency. */
export const STANDSTILL_EVENTS = {
  'freeze.created': eventKind(
    'registry',
    'A freeze was set: nothing is promoted to Production in its windows.',
    z.strictObject({
      freezeId: z.uuid().describe('Id of the freeze.'),
      name,
      reason: z.string().describe('Why.'),
      start: time.nullable().describe('When it begins; null when it recurs.'),
      end: time.nullable().describe('When it ends; null when it recurs.'),
      cron: z.string().nullable().describe('When it begins again and again; null when it comes once.'),
      duration: z.string().nullable().describe('How long it holds each time; null when it comes once.'),
      timeZone: z.string().describe('Time zone of its times.'),
      models: z.array(z.string()).nullable().describe('Names of the models that it holds back; null for all.'),
      stored,
    }),
  ),
  'freeze.ended': eventKind(
    'registry',
    'A freeze was ended.',
    z.strictObject({ freezeId: z.uuid().describe('Id of the freeze.'), name, stored }),
  ),
  'hold.set': eventKind(
    'model',
    'A model was put on hold: nothing of it is promoted to Production until a person lifts that.',
    z.strictObject({
      holdId: z.uuid().describe('Id of the hold.'),
      reason: z.string().describe('Why.'),
      transitionId: z.uuid().nullable().describe('Id of the rollback that set it; null when somebody did by hand.'),
      stored,
    }),
  ),
  'hold.lifted': eventKind(
    'model',
    'A person lifted the hold of a model.',
    z.strictObject({ holdId: z.uuid().describe('Id of the hold.'), reason: z.string().describe('Why.'), stored }),
  ),
  'review.opened': eventKind(
    'version',
    'A version passed the gates in an emergency, which somebody has to look at.',
    z.strictObject({
      reviewId: z.uuid().describe('Id of the review.'),
      transitionId,
      dueAt: time.describe('When it should be closed.'),
      stored,
    }),
  ),
  'review.overdue': eventKind(
    'version',
    'The review of an emergency was not closed in time: until it is, nothing else of the model is promoted.',
    z.strictObject({
      reviewId: z.uuid().describe('Id of the review.'),
      transitionId,
      dueAt: time.describe('When it should have been closed.'),
    }),
  ),
  'review.closed': eventKind(
    'version',
    'A person closed the review of an emergency.',
    z.strictObject({
      reviewId: z.uuid().describe('Id of the review.'),
      transitionId,
      outcome: z.string().describe('What it came to.'),
      comment: z.string().nullable().describe('What was said of it; null when nothing was.'),
      stored,
    }),
  ),
} as const;
