import { eventTypeOf } from './event-type.js';

/** What of an audit event the world is told. */
export interface ToldEvent {
  sequence: number;
  chain: string;
  position: number;
  at: Date;
  actor: string;
  action: string;
  modelId: string | null;
  model: string | null;
  version: number | null;
  requestId: string;
  details: Record<string, unknown>;
}

/** An event in the JSON form of CloudEvents 1.0; `sequence` and `partitionkey` are extension attributes. */
export interface CloudEvent {
  specversion: string;
  /** With `source` it names the event for good: its sequence in the audit record. */
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  datacontenttype: string;
  dataschema: string;
  /** The event's place among those of its model: 1, 2, 3 and so on, without a gap. */
  sequence: number;
  /** Events of the same key are told in their order; the model's id, or `registry`. */
  partitionkey: string;
  data: {
    action: string;
    actor: string;
    model: string | null;
    modelId: string | null;
    version: number | null;
    requestId: string;
    details: Record<string, unknown>;
  };
}

/** Where the service is found: `source` is the same on every replica, `address` is where its schemas are read. */
export interface EventOrigin {
  source: string;
  address: string;
}

export const CLOUD_EVENT_MEDIA_TYPE = 'application/cloudevents+json';

export function toCloudEvent(event: ToldEvent, { source, address }: EventOrigin): CloudEvent {
  const { action, actor, model, modelId, version, requestId, details } = event;
  const type = eventTypeOf(action);
  return {
    specversion: '1.0',
    id: String(event.sequence),
    source,
    type,
    subject: subjectOf(event),
    time: event.at.toISOString(),
    datacontenttype: 'application/json',
    dataschema: `${address}/api/v1/event-types/${type}`,
    sequence: event.position,
    partitionkey: event.chain,
    data: { action, actor, model, modelId, version, requestId, details },
  };
}

/** Where things that belong to no model are found, by the noun of the action. */
const PLACES: Readonly<Record<string, string>> = {
  token: 'tokens',
  session: 'sessions',
  dataset: 'datasets',
  webhook: 'webhooks',
};

/** The path of the resource that an event is about. */
function subjectOf({ action, model, version, details }: ToldEvent): string {
  if (model !== null) return `/api/v1/models/${model}${version === null ? '' : `/versions/${version}`}`;
  const noun = action.split('.', 1)[0]!;
  const place = PLACES[noun];
  if (place !== undefined && typeof details.id === 'string') return `/api/v1/${place}/${details.id}`;
  if (noun === 'gate_policy') return '/api/v1/gate-policy';
  return '/api/v1';
}
