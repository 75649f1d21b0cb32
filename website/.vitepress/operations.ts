import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const API_DOCUMENT = 'openapi/openapi.json';

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
}

interface ApiDocument {
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
}

export interface ListedOperation {
  /** Where Swagger UI finds it: `/models/createModel`. */
  anchor: string;
  /** Method and path: `POST /api/v1/models`. */
  call: string;
  /** The first sentence of what it does. */
  summary: string;
}

export interface ListedTag {
  name: string;
  description: string;
  operations: ListedOperation[];
}

/** Every operation of the API document below its tag, in the order of the document. */
export function operationsByTag(): ListedTag[] {
  const file = join(import.meta.dirname, '..', '..', API_DOCUMENT);
  const { tags, paths } = JSON.parse(readFileSync(file, 'utf8')) as ApiDocument;
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ call: `${method.toUpperCase()} ${path}`, ...operation })),
  );
  return tags.map(({ name, description }) => ({
    name,
    description,
    operations: calls
      .filter((operation) => operation.tags[0] === name)
      .map(({ call, operationId, summary }) => ({
        anchor: `/${name}/${operationId}`,
        call,
        summary: summary.split(/(?<=[.:])\s/)[0]!,
      })),
  }));
}
