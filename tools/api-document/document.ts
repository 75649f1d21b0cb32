import { join } from 'node:path';
import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { declaredSchemas } from '../../src/platform/http/api-schemas.js';
import { ProblemErrorResponse, ProblemResponse } from '../../src/platform/http/problem.dto.js';
import { withBounds, withIntegerFormats } from './bounds.js';
import { addExamples, readStory } from './examples.js';
import { HEADERS } from './headers.js';
import { LINK_COMPONENTS } from './links.js';
import { enumSchemas, withNamedEnums } from './named-enums.js';
import { completeOperation } from './operations.js';
import { problemTable } from './problems.js';
import { findProblems } from './reachable-problems.js';
import { packageManifest, packageRoot } from '../../src/platform/package-files.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The API document of the built application; the compiler plugin has put the comments of the wire classes into it. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const manifest = packageManifest();
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Stagegate')
    .setDescription('A model registry whose unit of work is the promotion decision.')
    .setVersion(manifest.version)
    .setContact(manifest.author.name, manifest.bugs.url, '')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', bearerFormat: 'JWT', description: 'A token from POST /api/v1/tokens.' })
    .addServer('/', 'The service that serves this document.')
    .addTag('models', 'Models, the named lines of versions.')
    .addTag('versions', 'Versions, their stages and aliases.')
    .addTag('aliases', 'Names that point at versions.')
    .addTag('datasets', 'Registered dataset versions with their slices.')
    .addTag('evaluations', 'Evidence: what a version measured, on which data.')
    .addTag('predictions', 'Evidence computed by the service, row by row.')
    .addTag('gatePolicies', 'The rules a promotion must satisfy.')
    .addTag('gates', 'The judgement of versions by their policy.')
    .addTag('transitions', 'Changes of stage, from request to outcome.')
    .addTag('waivers', 'Inconclusive rules that persons let pass.')
    .addTag('audit', 'The append-only record of who did what.')
    .addTag('events', 'What happened, told as it happens.')
    .addTag('access', 'Tokens and callers.')
    .addTag('operations', 'For those who run the service.')
    .build();
  const controllers = new Map<string, string>();
  const document = SwaggerModule.createDocument(app, base, {
    extraModels: [ProblemResponse, ProblemErrorResponse],
    operationIdFactory: (controller, method) => {
      controllers.set(method, controller);
      return method;
    },
  });
  const finder = findProblems(join(packageRoot(), 'tsconfig.build.json'));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      const route = { method, url: path.replace(/\{(\w+)\}/g, ':$1') };
      completeOperation(route, operation, controllers.get(operation.operationId!)!, finder);
    }
  }
  const ordered = inOrder(document);
  const story = readStory();
  for (const path of Object.values(ordered.paths))
    for (const method of METHODS) if (path[method]) addExamples(path[method], story);
  return ordered;
}

/** Modules load in an order of their own; readers look for paths and schemas by name. */
function inOrder(document: OpenAPIObject): OpenAPIObject {
  const paths = byKey(withIntegerFormats(withNamedEnums(document.paths)));
  const bodies = Object.values(paths).flatMap((path) => METHODS.map((method) => path[method]?.requestBody));
  const named = withNamedEnums({ ...document.components?.schemas, ...declaredSchemas() });
  const schemas = byKey(
    withIntegerFormats({ ...withBounds(named as Parameters<typeof withBounds>[0], bodies), ...enumSchemas() }),
  );
  const { name, url } = document.info.contact!;
  const info = { ...document.info, contact: { name, url } };
  const components = { ...document.components, schemas, headers: HEADERS, links: LINK_COMPONENTS };
  return { ...document, info, paths, components, 'x-problems': problemTable() } as OpenAPIObject;
}

function byKey<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
