import { type Report } from './verdict.js';

type Json = Record<string, unknown>;
type Operation = { security?: object[]; responses: Record<string, { content?: Json; headers?: Json }> };
export type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties: Json }> };
};

/** A lie about one operation, and the failure that has to come of it. */
interface Lie {
  operation: string;
  type: string;
  tell: (document: Document) => void;
}

const LIES: readonly Lie[] = [
  {
    operation: 'getMe',
    type: 'JsonSchemaError',
    tell: ({ components }) => (components.schemas.MeResponse!.properties.subject = { type: 'integer' }),
  },
  {
    operation: 'listDatasets',
    type: 'UndefinedStatusCode',
    tell: ({ paths }) => delete paths['/api/v1/datasets']!.get!.responses['200'],
  },
  {
    operation: 'getDefaultGatePolicy',
    type: 'UndefinedContentType',
    tell: ({ paths }) =>
      (paths['/api/v1/gate-policy']!.get!.responses['200']!.content = { 'text/csv': { schema: { type: 'string' } } }),
  },
  {
    operation: 'listModels',
    type: 'JsonSchemaError',
    tell: ({ paths }) =>
      (paths['/api/v1/models']!.get!.responses['200']!.headers = { 'X-Request-Id': { schema: { type: 'integer' } } }),
  },
  {
    operation: 'getLiveness',
    type: 'IgnoredAuth',
    tell: ({ paths }) => {
      const operation = paths['/livez']!.get!;
      operation.security = paths['/api/v1/me']!.get!.security;
      operation.responses['401'] = paths['/api/v1/me']!.get!.responses['401']!;
    },
  },
];

export const OPERATIONS: readonly string[] = LIES.map(({ operation }) => operation);

/** The same document with a lie about each of the operations. */
export function falsified(document: Document): Document {
  const copy = structuredClone(document);
  for (const { tell } of LIES) tell(copy);
  return copy;
}

/** The lies that nothing was said about, a sentence each. */
export function unnoticed({ failures }: Report, paths: Record<string, string>): string[] {
  const noticed = new Set(failures.flatMap(({ type, operations }) => operations.map((label) => `${type} ${label}`)));
  return LIES.filter(({ operation, type }) => !noticed.has(`${type} ${paths[operation]}`)).map(
    ({ operation, type }) => `A false document of ${operation} gave no ${type}.`,
  );
}
