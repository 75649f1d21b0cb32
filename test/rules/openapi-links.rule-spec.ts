import { readFileSync } from 'node:fs';

type Schema = { $ref?: string; allOf?: Schema[]; properties?: Record<string, unknown> };
type Response = { content?: Record<string, { schema: Schema }>; links?: Record<string, { $ref: string }> };
type Operation = {
  operationId: string;
  parameters?: { in: string; name: string }[];
  responses: Record<string, Response>;
};
type Link = { operationId: string; parameters: Record<string, string> };

const document = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; links: Record<string, Link> };
};
const operations = new Map(
  Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .map((operation) => [operation.operationId, operation]),
);

function fieldsOf(schema: Schema): string[] {
  if (schema.$ref) return fieldsOf(document.components.schemas[schema.$ref.split('/').at(-1)!]!);
  return [...Object.keys(schema.properties ?? {}), ...(schema.allOf ?? []).flatMap(fieldsOf)];
}

const used = [...operations.values()].flatMap((operation) =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    Object.values(response.links ?? {}).map(({ $ref }) => {
      const name = $ref.replace('#/components/links/', '');
      return [`${operation.operationId} ${status}`, name, response] as const;
    }),
  ),
);

describe('links of the API document', () => {
  it('are there, and each is used', () => {
    expect([...new Set(used.map(([, name]) => name))].sort()).toEqual(Object.keys(document.components.links).sort());
    expect(used.length).toBeGreaterThan(0);
  });

  it.each(used)(
    '%s leads by %s to an operation, and gives all it needs from fields it has',
    (_from, name, response) => {
      const { operationId, parameters } = document.components.links[name]!;
      const needed = operations.get(operationId)!.parameters!.filter((parameter) => parameter.in === 'path');
      expect(Object.keys(parameters).sort()).toEqual(needed.map((parameter) => parameter.name).sort());
      const fields = fieldsOf(response.content!['application/json']!.schema);
      for (const expression of Object.values(parameters))
        expect(fields).toContain(expression.replace('$response.body#/', ''));
    },
  );
});
