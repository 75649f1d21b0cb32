import {
  IsCount,
  IsId,
  IsMatching,
  IsModelName,
  IsOneOf,
  IsQueryCount,
  IsSomeKnownInQuery,
  IsText,
  Optional,
  Shows,
} from '../../platform/http/fields.js';
import { LARGEST_LIMIT } from '../../platform/lists/page.dto.js';
import { LARGEST_COUNT } from '../../values/values.js';
import { type CloudEvent } from '../events/cloud-event.js';
import { EVENT_TYPES, EVERY_TYPE } from '../events/event-type.js';

const LONGEST_WAIT_SECONDS = 300;

/** Which events are asked for. */
export class EventFilterQuery {
  /** Only events of this type, such as `dev.stagegate.transition.applied.v1`; given several times, of any of them. `*` is every type. */
  @Optional()
  @IsSomeKnownInQuery([...EVENT_TYPES, EVERY_TYPE], 'GET /api/v1/event-types')
  type?: string[];

  /** Only events of the model that has this name now or had it at the time; after a renaming, under its other names too. */
  @Optional()
  @IsModelName()
  model?: string;

  /** Only events of models whose name began with this on that day. */
  @Optional()
  @IsText(1, 128)
  modelPrefix?: string;
}

export class StreamEventsQuery extends EventFilterQuery {
  /** Begins behind this cursor, or, with `now`, with what is still to come; the header Last-Event-ID goes before it. Without either the stream begins with the first event. */
  @Optional()
  @IsText(1, 20)
  cursor?: string;
}

export class ListEventsQuery extends StreamEventsQuery {
  /** How many events to answer at most; 50 unless given. */
  @Optional()
  @IsQueryCount(1, LARGEST_LIMIT)
  limit?: number;

  /** How long to wait for an event, in seconds, when there is none yet; 0 unless given, and no longer than the service allows, which is 30 unless configured. */
  @Optional()
  @IsQueryCount(0, LONGEST_WAIT_SECONDS)
  waitSeconds?: number;
}

/** What an event tells; `details` depends on its type. */
export class EventDataResponse {
  /** What was done, as the audit record names it. */
  action: string;

  /** Who did it. */
  actor: string;

  /** The model's name on that day; null when no single model is concerned. */
  model: string | null;

  /** Id of the model, which it keeps under every name; null when no single model is concerned. */
  @IsId()
  modelId: string | null;

  /** The version concerned; null when none is. */
  @IsCount(1)
  version: number | null;

  /** The request that did it. */
  requestId: string;

  /** What else belongs to the event; the schema of its type names the fields. */
  details: Record<string, unknown>;
}

/** An event in the JSON form of CloudEvents 1.0. */
export class EventResponse implements CloudEvent {
  /** The version of CloudEvents. */
  @Shows({ type: 'string', pattern: '^1\\.0$' })
  specversion: string;

  /** Names the event together with `source`: its sequence in the audit record. A cursor of the feed, too. */
  id: string;

  /** Which registry it comes from. */
  source: string;

  /** What happened. */
  type: string;

  /** Path of the resource that it happened to, under its name of that day. */
  subject: string;

  /** When it was recorded. */
  @Shows({ type: 'string', format: 'date-time' })
  time: string;

  /** The form of `data`. */
  @Shows({ type: 'string', pattern: '^application/json$' })
  datacontenttype: string;

  /** Where the JSON Schema of `data` is read. */
  dataschema: string;

  /** Its place among the events of its model: 1, 2, 3 and so on without a gap; what concerns no model is counted apart. */
  @IsCount(1, LARGEST_COUNT)
  sequence: number;

  /** Events with the same are told in their order: the model's id, or `registry`. */
  partitionkey: string;

  /** What it tells. */
  data: EventDataResponse;
}

export class EventPage {
  /** The events, oldest first. */
  items: EventResponse[];

  /** Where to go on from, never null: the next page begins with the first event behind it, whenever that happens. */
  @IsMatching(/^(0|[1-9]\d{0,14})$/, 'must be a cursor')
  nextCursor: string;
}

export const EVENT_CONCERNS = ['registry', 'model', 'version', 'registry or model', 'registry or version'] as const;

export class EventTypeResponse {
  /** The type, as events carry it. */
  type: string;

  /** The action that the audit record has for it. */
  action: string;

  /** What happened, in a sentence. */
  description: string;

  /** What such an event concerns. */
  @IsOneOf(EVENT_CONCERNS)
  concerns: (typeof EVENT_CONCERNS)[number];

  /** Path of the JSON Schema of its `data`. */
  href: string;
}

export class EventTypesResponse {
  /** Every type there is. */
  items: EventTypeResponse[];
}
