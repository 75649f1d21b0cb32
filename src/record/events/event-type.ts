import { z } from 'zod';
import { type Action, ACTIONS, EVENTS } from './catalogue.js';

/** What the types of all events begin with: the reversed name of the project, as CloudEvents asks for. */
const PREFIX = 'dev.stagegate.';

/** The type of an event as CloudEvents names it, such as `dev.stagegate.transition.applied.v1`. */
export function eventTypeOf(action: string): string {
  const { version = 1 } = (EVENTS as Partial<Record<string, { version: number }>>)[action] ?? {};
  return `${PREFIX}${action}.v${version}`;
}

const ACTION_OF_TYPE: ReadonlyMap<string, Action> = new Map(ACTIONS.map((action) => [eventTypeOf(action), action]));

/** Every type there is, in the order of the catalogue. */
export const EVENT_TYPES: readonly string[] = [...ACTION_OF_TYPE.keys()];

/** Stands for every type, those of later releases too. */
export const EVERY_TYPE = '*';

/** The action that a type tells of; undefined when there is no such type. */
export function actionOfType(type: string): Action | undefined {
  return ACTION_OF_TYPE.get(type);
}

/** JSON Schema of what an event of an action carries as its `data`. */
export function dataSchemaOf(action: Action): Record<string, unknown> {
  const { details, sentence } = EVENTS[action];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: eventTypeOf(action),
    description: sentence,
    type: 'object',
    properties: {
      action: { const: action, description: 'What was done.' },
      actor: { type: 'string', description: 'Who did it.' },
      model: { type: ['string', 'null'], description: "The model's name on that day; null when none is concerned." },
      modelId: { type: ['string', 'null'], format: 'uuid', description: 'Its id, which it keeps under every name.' },
      version: { type: ['integer', 'null'], minimum: 1, description: 'The version concerned; null when none is.' },
      requestId: { type: 'string', description: 'The request that did it.' },
      details: detailsSchema(details),
    },
    required: ['action', 'actor', 'model', 'modelId', 'version', 'requestId', 'details'],
  };
}

function detailsSchema(details: z.ZodType): Record<string, unknown> {
  const { $schema: _draft, ...schema } = z.toJSONSchema(details, { io: 'output', unrepresentable: 'any' });
  return { ...schema, description: 'What else belongs to the event.' };
}
