import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { EVENTS } from '../../../src/record/events/catalogue.js';
import { type Concern, type EventKind } from '../../../src/record/events/event-kind.js';

const KINDS: Readonly<Record<string, EventKind>> = EVENTS;

interface RecordedEvent {
  action: string;
  model: string | null;
  version: number | null;
  details: unknown;
}

function eventsOf(dataSource: DataSource): Promise<RecordedEvent[]> {
  return dataSource.query('SELECT action, model, version, details FROM audit_events ORDER BY sequence');
}

/** What the record holds that the catalogue does not describe: unknown actions, other details, another subject. */
export async function unlikeTheCatalogue(dataSource: DataSource): Promise<string[]> {
  return (await eventsOf(dataSource)).flatMap((event) => {
    const kind = KINDS[event.action];
    if (!kind) return [`${event.action} is not in the catalogue`];
    const read = kind.details.safeParse(withoutClaims(event.details));
    const subject = event.version !== null ? 'version' : event.model !== null ? 'model' : 'registry';
    return [
      ...(read.success ? [] : [`${event.action}: ${z.prettifyError(read.error)}`]),
      ...(kind.concerns.split(' or ').includes(subject) ? [] : [`${event.action} concerns a ${subject}`]),
    ];
  });
}

/** Any event of an exchanged token tells what the token stands for, as a map of texts. */
function withoutClaims(details: unknown): unknown {
  const { claims, ...others } = details as { claims?: unknown };
  return z.record(z.string(), z.string()).safeParse(claims).success ? others : details;
}

export async function actionsOf(dataSource: DataSource): Promise<Set<string>> {
  return new Set((await eventsOf(dataSource)).map(({ action }) => action));
}

const CONCERNED: Record<Concern, string> = {
  registry: 'the registry',
  model: 'a model',
  version: 'a version',
  'registry or model': 'a model, or the registry',
  'registry or version': 'a version, or the registry',
};

/** The part of the documentation that is written from the catalogue. */
export function renderCatalogue(): string {
  const groups = groupBy(Object.entries(KINDS), ([name]) => name.split('.', 1)[0]!);
  return [...groups.values()].map(renderGroup).join('\n\n');
}

function renderGroup(kinds: [string, EventKind][]): string {
  const rows = kinds.map(
    ([name, { sentence, concerns, version }]) =>
      `| \`${name}\` | ${CONCERNED[concerns]} | ${version} | ${cell(sentence)} |`,
  );
  const forms = kinds.flatMap(([name, { details }]) => formsOf(details).map((form) => ({ name, form })));
  const shapes = groupBy(forms, ({ form }) => form);
  return [
    `### \`${kinds[0]![0].split('.', 1)[0]}\``,
    ['| event | concerns | version | what happened |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ...[...shapes].map(([form, told]) => renderForm(told.map(({ name }) => `\`${name}\``).join(', '), form)),
  ].join('\n\n');
}

interface Schema {
  type?: string | string[];
  description?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
}

/** An event may tell one of several things. */
function formsOf(details: z.ZodType): z.ZodType[] {
  return details instanceof z.ZodUnion ? (details.options as z.ZodType[]) : [details];
}

function renderForm(names: string, form: z.ZodType): string {
  const fields = fieldsOf(z.toJSONSchema(form) as Schema, '');
  if (fields.length === 0) return `${names} tells nothing besides.`;
  return [`${names}:`, ['| field | what it is | |', '| --- | --- | --- |', ...fields].join('\n')].join('\n\n');
}

function fieldsOf({ properties = {}, required = [] }: Schema, prefix: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${prefix}${name}`;
    const row = `| \`${path}\` | ${cell(schema.description ?? '')} | ${shapeOf(schema)}${required.includes(name) ? '' : ', optional'} |`;
    const inside = schema.items ?? schema;
    const step = schema.items ? `${path}[].` : `${path}.`;
    const nested = (inside.oneOf ?? [inside]).flatMap((variant) => fieldsOf(variant, step));
    return [row, ...new Set(nested)];
  });
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** The form of a value in few words. */
function shapeOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(shapeOf).join(' or ');
  if (schema.oneOf) return 'object';
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum && schema.enum.length < 10) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.type === 'array') return `list of ${schema.items?.properties ? 'objects' : shapeOf(schema.items ?? {})}`;
  if (schema.format === 'date-time') return 'time';
  if (schema.format === 'uuid') return 'UUID';
  const types = [schema.type ?? 'anything'].flat();
  return types.map((type) => (type === 'string' ? 'text' : type)).join(' or ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
