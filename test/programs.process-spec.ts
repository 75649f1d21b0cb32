import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { OtlpReceiver } from './support/app/otlp-receiver.js';
import { built } from './support/processes/built.js';
import { ServiceProcess } from './support/processes/service-process.js';

/** The build puts the service and its packages into few files; a package that is found beside them too has two of each class. */
const PACKAGE = /node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/;
const INSIDE = /^\/\/ (?:\.\.\/)*node_modules\/\S+$/gm;

let app: TestApp;
let collector: OtlpReceiver;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-programs-'));
  [app, collector] = [await TestApp.start(), await OtlpReceiver.start()];
  await app.nest.close();
});
afterAll(async () => {
  await Promise.all([app?.stop(), collector?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The files that the service loads until it is stopped, as the engine that ran it tells. */
async function loadedBy(env: Record<string, string>): Promise<string[]> {
  const told = mkdtempSync(join(folder, 'loaded-'));
  const service = await ServiceProcess.start({
    DATABASE_URL: app.databaseUrl,
    STAGEGATE_JWT_SECRET: TEST_SECRET,
    NODE_V8_COVERAGE: told,
    ...env,
  });
  await fetch(`${service.url}/readyz`);
  await service.end();
  return readdirSync(told).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(told, file), 'utf8')) as { result: { url: string }[] };
    return result
      .map(({ url }) => url)
      .filter((url) => url.startsWith('file:'))
      .map((url) => new URL(url).pathname);
  });
}

const namesOf = (paths: string[]): string[] => [
  ...new Set(paths.map((path) => PACKAGE.exec(path)?.[1]).filter((name) => name !== undefined)),
];

it.each([
  ['as it is', () => ({})],
  ['with telemetry', () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' })],
])('%s, the built service loads few files, and no package twice', async (_, env) => {
  const sources = dirname(await built('src/main.ts'));
  const files = await loadedBy(env());
  const own = files.filter((file) => !PACKAGE.test(file)).map((file) => relative(sources, file));
  expect(own.filter((file) => file !== 'main.js' && !file.startsWith('chunks/'))).toEqual([]);
  const inside = namesOf(own.flatMap((file) => readFileSync(join(sources, file), 'utf8').match(INSIDE) ?? []));
  const outside = namesOf(files);
  expect(inside).toEqual(expect.arrayContaining(['@nestjs/core', 'fastify', 'typeorm', 'zod']));
  expect(outside).toEqual(expect.arrayContaining(['@opentelemetry/api', 'class-validator', 'pg', 'reflect-metadata']));
  expect(outside.filter((name) => inside.includes(name))).toEqual([]);
});
