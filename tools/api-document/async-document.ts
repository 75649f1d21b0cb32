import { type Action, ACTIONS, EVENTS } from '../../src/record/events/catalogue.js';
import { CLOUD_EVENT_MEDIA_TYPE } from '../../src/record/events/cloud-event.js';
import { dataSchemaOf, eventTypeOf } from '../../src/record/events/event-type.js';
import { packageManifest } from '../../src/platform/package-files.js';

type Json = Record<string, unknown>;

const text = (description: string, more: Json = {}): Json => ({ type: 'string', description, ...more });

/** What all events have: the attributes of CloudEvents 1.0, with two of its extensions. */
const ENVELOPE: Json = {
  type: 'object',
  description: 'An event in the JSON form of CloudEvents 1.0.',
  properties: {
    specversion: { const: '1.0', description: 'The version of CloudEvents.' },
    id: text('Names the event together with `source`; a cursor of the feed, too.'),
    source: text('Which registry it comes from.', { format: 'uri-reference' }),
    type: text('What happened.'),
    subject: text('Path of the resource that it happened to.'),
    time: text('When it was recorded.', { format: 'date-time' }),
    datacontenttype: { const: 'application/json', description: 'The form of `data`.' },
    dataschema: text('Where the JSON Schema of `data` is read.', { format: 'uri' }),
    sequence: { type: 'integer', minimum: 1, description: 'Its place among the events of its model, without a gap.' },
    partitionkey: text("Events with the same are told in their order: the model's id, or `registry`."),
    data: { type: 'object', description: 'What it tells.' },
  },
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'time',
    'dataschema',
    'sequence',
    'partitionkey',
    'data',
  ],
};

/** The AsyncAPI document: every event that the service tells of, and the two ways it does. */
export function createAsyncDocument(): Json {
  const { version, author, bugs } = packageManifest();
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Stagegate events',
      version,
      description: 'What happens in the registry, told as it happens.',
      contact: { name: author.name, url: bugs.url },
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: CLOUD_EVENT_MEDIA_TYPE,
    channels: {
      feed: channel(
        '/api/v1/events/stream',
        'The feed as server-sent events, from any place in it on. GET /api/v1/events answers the same in pages.',
      ),
      webhook: channel(
        null,
        'The address of a webhook: each event is a POST, signed as Standard Webhooks says (webhook-id, webhook-timestamp, webhook-signature).',
      ),
    },
    operations: {
      tellEvents: operation('feed', 'The service tells whoever listens.'),
      callWebhook: operation(
        'webhook',
        'The service calls whoever was named, in the order of each model, at least once.',
      ),
    },
    components: {
      schemas: { CloudEvent: ENVELOPE },
      messages: Object.fromEntries(ACTIONS.map((action) => [nameOf(action), messageOf(action)])),
    },
  };
}

/** Names of components hold no dots. */
const nameOf = (action: Action): string => eventTypeOf(action).replace('dev.stagegate.', '').replaceAll('.', '-');

function channel(address: string | null, description: string): Json {
  const messages = ACTIONS.map((action) => [nameOf(action), { $ref: `#/components/messages/${nameOf(action)}` }]);
  return { address, description, messages: Object.fromEntries(messages) };
}

function operation(channelName: string, summary: string): Json {
  return { action: 'send', channel: { $ref: `#/channels/${channelName}` }, summary };
}

function messageOf(action: Action): Json {
  const type = eventTypeOf(action);
  const { $schema: _draft, ...data } = dataSchemaOf(action);
  const own = { properties: { type: { const: type }, data } };
  return {
    name: type,
    title: type,
    summary: EVENTS[action].sentence,
    contentType: CLOUD_EVENT_MEDIA_TYPE,
    payload: { allOf: [{ $ref: '#/components/schemas/CloudEvent' }, own] },
  };
}
