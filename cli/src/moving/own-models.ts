import { listModels, listVersions, type VersionResponse } from '@stagegate/client';
import { first } from '../lists.js';
import { type Session } from '../session.js';
import { MlflowRegistry } from './mlflow-registry.js';
import { type MovedModel, type MovedVersion, toMovedModel } from './moved-model.js';

/** What a version holds that the MLflow API does not tell. */
const EVIDENCE = ['artifactDigest', 'dataset', 'gitCommit', 'framework', 'signature', 'params', 'metrics'] as const;
const ALL = Number.MAX_SAFE_INTEGER;

/** The models of the own registry as they are exported: numbers, stages and times by the MLflow API, evidence by the native one. */
export async function* ownModels(session: Session): AsyncGenerator<MovedModel> {
  const registry = ownRegistry(session);
  for await (const { name } of registry.models()) {
    const model = await registry.model(name);
    const versions = await registry.versions(name);
    const known = new Map((await versionsHere(session, name)).map((one) => [one.version, one]));
    const source = await originOf(session, name, registry.uri);
    const located = versions.map((one) => ({ ...one, artifactUri: known.get(Number(one.version))?.artifactUri }));
    const { moved } = toMovedModel(model, located, source);
    yield { ...moved, versions: moved.versions.map((one) => withEvidence(one, known.get(one.version))) };
  }
}

export function versionsHere(session: Session, model: string): Promise<VersionResponse[]> {
  return first(listVersions, { client: session.client, path: { model }, query: { sort: 'version' } }, ALL);
}

function ownRegistry({ server }: Session): MlflowRegistry {
  return new MlflowRegistry(server.url, `Bearer ${server.token}`);
}

function withEvidence(moved: MovedVersion, version: VersionResponse | undefined): MovedVersion {
  const told = EVIDENCE.map((field) => [field, version?.[field] ?? undefined] as const).filter(
    ([, value]) => !isEmpty(value),
  );
  return { ...moved, ...Object.fromEntries(told) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

/** What was imported keeps the address it came from, so that a second export is the same as the first. */
async function originOf(session: Session, model: string, own: string): Promise<string> {
  return (await importedFrom(session, model)) ?? own;
}

export async function modelsHere(session: Session): Promise<string[]> {
  return (await first(listModels, { client: session.client, query: { sort: 'name' } }, ALL)).map(({ name }) => name);
}

/** Where a model was imported from; undefined when it was made here. */
export async function importedFrom(session: Session, model: string): Promise<string | undefined> {
  const answer = await session.client.get({
    url: '/api/v1/models/{model}',
    path: { model },
    security: [{ scheme: 'bearer', type: 'http' }],
    responseStyle: 'data',
    throwOnError: true,
  });
  return (answer as unknown as { imported?: { source: string } }).imported?.source;
}
