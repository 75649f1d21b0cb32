import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { EVENTS } from '../../src/record/events/catalogue.js';
import { renderCatalogue } from '../support/app/audit-events.js';

const PAGE = new URL('../../docs/audit-events.md', import.meta.url);

/** With UPDATE_AUDIT_EVENTS set the page is written instead, for whoever changed the catalogue on purpose. */
it('the page of audit events says what the catalogue says, to the character', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const options = { ...(await resolveConfig(PAGE)), parser: 'markdown' };
  const filled = page.replace(
    /(<!-- events -->)[^]*(<!-- \/events -->)/,
    (_, begin: string, end: string) => `${begin}\n\n${renderCatalogue()}\n\n${end}`,
  );
  const rendered = await format(filled, options);
  if (process.env.UPDATE_AUDIT_EVENTS) writeFileSync(PAGE, rendered);
  else expect(page).toBe(rendered);
});

it.each(Object.entries(EVENTS))('every field of %s carries a sentence, and nothing else is let in', (_name, kind) => {
  expect(kind.sentence).toMatch(/^[A-Z].*\.$/);
  expect(silentFields(z.toJSONSchema(kind.details) as Schema, '')).toEqual([]);
});

interface Schema {
  properties?: Record<string, Schema>;
  description?: string;
  additionalProperties?: unknown;
  [keyword: string]: unknown;
}

/** Fields without a sentence, and objects that allow more fields than they name. */
function silentFields(schema: Schema, path: string): string[] {
  const fields = Object.entries(schema.properties ?? {});
  const silent = fields.filter(([, { description }]) => !/^[A-Z`].*\.$/.test(description ?? ''));
  const isOpen = schema.properties !== undefined && schema.additionalProperties !== false;
  const inside = [...fields, ...Object.entries(schema).filter(([, value]) => typeof value === 'object')];
  return [
    ...silent.map(([name]) => `${path}/${name}`),
    ...(isOpen ? [`${path} is open`] : []),
    ...inside.flatMap(([name, value]) => (value === null ? [] : silentFields(value as Schema, `${path}/${name}`))),
  ];
}
