import { type z } from 'zod';
import { ACCESS_EVENTS } from './access-events.js';
import { ARCHIVE_EVENTS } from './archive-events.js';
import { CHECKPOINT_EVENTS } from './checkpoint-events.js';
import { type Concern, type EventKind } from './event-kind.js';
import { GOVERNANCE_EVENTS } from './governance-events.js';
import { PREDICTION_EVENTS } from './prediction-events.js';
import { REGISTRY_EVENTS } from './registry-events.js';
import { STANDSTILL_EVENTS } from './standstill-events.js';
import { TRANSITION_EVENTS } from './transition-events.js';
import { WEBHOOK_EVENTS } from './webhook-events.js';

/** Every kind of event by its stable name, which is the `action` of an audit event. */
export const EVENTS = {
  ...REGISTRY_EVENTS,
  ...PREDICTION_EVENTS,
  ...TRANSITION_EVENTS,
  ...STANDSTILL_EVENTS,
  ...GOVERNANCE_EVENTS,
  ...ACCESS_EVENTS,
  ...CHECKPOINT_EVENTS,
  ...ARCHIVE_EVENTS,
  ...WEBHOOK_EVENTS,
} as const satisfies Record<string, EventKind>;

export type Action = keyof typeof EVENTS;

/** What an event can say that happened. */
export const ACTIONS = Object.keys(EVENTS) as Action[];
export type DetailsOf<Name extends Action> = z.infer<(typeof EVENTS)[Name]['details']>;

type ConcernOf<Name extends Action> = (typeof EVENTS)[Name]['concerns'];

/** Which chain an event joins, and what it names; without a model's id it joins the registry's. */
interface Subjects {
  registry: { modelId?: null; model?: null; version?: null };
  model: { modelId: string; model: string; version?: null };
  version: { modelId: string; model: string; version: number };
  'registry or model': { modelId: string | null; model: string | null; version?: null };
  'registry or version': Subjects['registry'] | Subjects['version'];
}

/** What happened to something that the place of the call knows, to a version say. */
export type EventOf<About extends Concern> = {
  [Name in Action]: ConcernOf<Name> extends About ? { action: Name; details: DetailsOf<Name> } : never;
}[Action];

/** What is recorded: the action decides what must be said of it. */
export type AuditEntry = {
  [Name in Action]: { action: Name; details: DetailsOf<Name> } & Subjects[ConcernOf<Name>];
}[Action];
