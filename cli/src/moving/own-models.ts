import { getModel, listModels, listVersions, type ModelResponse, type VersionResponse } from '@stagegate/client';
import { first } from '../lists.js';
import { type Session } from '../session.js';
import { MlflowRegistry } from './mlflow-registry.js';
import { type MovedModel, type MovedVersion, toMovedModel } from './moved-model.js';

/** What a version holds that the MLflow API does not tell. */
const EVIDENCE = [
  'artifactDigest',
  'dataset',
  'gitCommit',
  'framework',
  'signature',
  'params',
  'metrics',
  'quarantineReason',
] as const;
const ALL = Number.MAX_SAFE_INTEGER;

/** Models of the own registry as they are exported: numbers, stages and times by the MLflow API, all else by the native one. */
export async function* ownModels(session: Session, names: readonly string[]): AsyncGenerator<MovedModel> {
  const registry = ownRegistry(session);
  for (const name of names) {
    const model = await registry.model(name);
    const versions = await registry.versions(name);
    const known = new Map((await versionsHere(session, name)).map((one) => [one.version, one]));
    const here = await modelHere(session, name);
    // What was imported keeps the address it came from, so that a second export is the same as the first.
    const source = here.imported?.source ?? registry.uri;
    const located = versions.map((one) => ({ ...one, artifactUri: known.get(Number(one.version))?.artifactUri }));
    const { moved } = toMovedModel(model, located, source);
    yield {
      ...withTexts(moved, here),
      owner: here.owner,
      versions: moved.versions.map((one) => withEvidence(one, known.get(one.version))),
    };
  }
}

export function versionsHere(session: Session, model: string): Promise<VersionResponse[]> {
  return first(listVersions, { client: session.client, path: { model }, query: { sort: 'version' } }, ALL);
}

function ownRegistry({ server }: Session): MlflowRegistry {
  return new MlflowRegistry(server.url, `Bearer ${server.token}`);
}

function withEvidence(moved: MovedVersion, version: VersionResponse | undefined): MovedVersion {
  if (version === undefined) return moved;
  const told = EVIDENCE.map((field) => [field, version[field] ?? undefined] as const).filter(
    ([, value]) => !isEmpty(value),
  );
  return { ...withTexts(moved, version), ...Object.fromEntries(told) };
}

/** With description and tags as they are here: the MLflow API leaves out tags of some names. */
function withTexts<Moved extends MovedModel | MovedVersion>(
  { description: _description, tags: _tags, ...moved }: Moved,
  { description, tags }: ModelResponse | VersionResponse,
): Moved {
  return { ...moved, ...(description !== '' && { description }), ...(!isEmpty(tags) && { tags }) } as Moved;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

export async function modelsHere(session: Session): Promise<string[]> {
  return (await first(listModels, { client: session.client, query: { sort: 'name' } }, ALL)).map(({ name }) => name);
}

/** Where a model was imported from; undefined when it was made here. */
export async function importedFrom(session: Session, model: string): Promise<string | undefined> {
  return (await modelHere(session, model)).imported?.source;
}

function modelHere({ client }: Session, model: string): Promise<ModelResponse> {
  return getModel({ client, path: { model } });
}
