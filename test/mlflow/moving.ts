import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ThrowAwayService } from '../../demo/throw-away-service.js';
import { runScript } from '../../clients/script.js';

const ROOT = join(import.meta.dirname, '..', '..');
const CLI = join(ROOT, 'cli', 'bin', 'stagegate.js');

interface Result {
  model: string;
  changes: { subject: string; version: number | null; to: string | null }[];
  findings: { code: string; version: number | null }[];
  unchanged: number;
}

/** A registry of ours with our own command line before it. */
class Home {
  constructor(private readonly service: ThrowAwayService) {}

  async run(...args: string[]): Promise<string> {
    const env = { STAGEGATE_URL: this.service.url, STAGEGATE_TOKEN: this.service.token };
    const { passed, output } = await runScript(ROOT, process.execPath, env, [CLI, ...args]);
    if (!passed) throw new Error(`stagegate ${args.join(' ')}:\n${output}`);
    return output;
  }

  async imports(...args: string[]): Promise<Result[]> {
    return (JSON.parse(await this.run('import', ...args, '--json')) as { models: Result[] }).models;
  }

  async read(path: string): Promise<Record<string, unknown>> {
    const headers = { authorization: `Bearer ${this.service.token}` };
    return (await (await fetch(`${this.service.url}${path}`, { headers })).json()) as Record<string, unknown>;
  }
}

async function mlflow(server: string, method: string, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server}/api/2.0/mlflow/${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** A model with a gap in its numbers, two versions in Production, aliases and tags. */
async function fill(server: string, name: string): Promise<void> {
  const say = (path: string, body: object, method = 'POST') => mlflow(server, method, path, body);
  await say('registered-models/create', { name, description: 'Moves.', tags: [{ key: 'team', value: 'risk' }] });
  for (let version = 1; version <= 4; version += 1)
    await say('model-versions/create', {
      name,
      source: `s3://there/${version}`,
      tags: [{ key: 'n', value: String(version) }],
    });
  await say('model-versions/delete', { name, version: '2' }, 'DELETE');
  for (const version of ['1', '3'])
    await say('model-versions/transition-stage', {
      name,
      version,
      stage: 'Production',
      archive_existing_versions: false,
    });
  await say('registered-models/alias', { name, alias: 'champion', version: '1' });
  await say('registered-models/alias', { name, alias: 'blue', version: '4' });
}

const codes = ({ findings }: Result) => findings.map(({ code, version }) => `${code} ${version}`).sort();

/** From a real MLflow server into an empty registry: rehearsed, done, repeated, and once more after a change there. */
async function takesOver(home: Home, server: string): Promise<void> {
  const name = 'moved-model';
  await fill(server, name);
  const from = ['mlflow', '--from', server, '--model', name];
  const [planned] = await home.imports(...from, '--dry-run');
  const [done] = await home.imports(...from);
  assert.deepEqual(done, planned);
  assert.deepEqual(codes(done!), ['CHAMPION_ELSEWHERE 1', 'GAP_IN_NUMBERS null', 'SEVERAL_IN_PRODUCTION 1']);
  const { productionVersion, latestVersion, aliases, tags } = await home.read(`/api/v1/models/${name}`);
  assert.deepEqual(
    [productionVersion, latestVersion, aliases, tags],
    [3, 4, { blue: 4, champion: 3 }, { team: 'risk' }],
  );
  const theirs = await (await fetch(`${server}/api/2.0/mlflow/model-versions/get?name=${name}&version=4`)).json();
  const ours = await home.read(`/api/2.0/mlflow/model-versions/get?name=${name}&version=4`);
  const times = (answer: unknown) => {
    const { model_version: version } = answer as { model_version: Record<string, unknown> };
    return [version.creation_timestamp, version.last_updated_timestamp, version.source, version.tags];
  };
  assert.deepEqual(times(ours), times(theirs));
  assert.deepEqual((await home.imports(...from))[0]!.changes, []);
  await mlflow(server, 'POST', 'model-versions/create', { name, source: 's3://there/5' });
  await mlflow(server, 'POST', 'registered-models/alias', { name, alias: 'blue', version: '5' });
  const [later] = await home.imports(...from);
  assert.deepEqual(
    later!.changes.map(({ subject, version, to }) => [subject, version, to]),
    [
      ['version', 5, 'registered'],
      ['alias', 5, '5'],
    ],
  );
  await home.run('audit', 'verify');
}

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}

/** Out of one registry into files, into another, and out again: the same bytes. */
async function roundTrip(home: Home, other: Home, folder: string): Promise<number> {
  const [before, after] = [join(folder, 'before'), join(folder, 'after')];
  await home.run('export', before);
  const results = await other.imports(before);
  assert.deepEqual(
    results.flatMap(({ findings }) => findings),
    [],
  );
  await other.run('export', after);
  const [files, others] = [await bytesOf(before), await bytesOf(after)];
  // The other registry holds besides what it took over from MLflow.
  assert.deepEqual(Object.fromEntries(Object.keys(files).map((name) => [name, others[name]])), files);
  return Object.keys(files).length;
}

/** Proves that models move in and out; answers a line of what was done. */
export async function proveMoving(
  services: { full: ThrowAwayService; empty: ThrowAwayService },
  server: string,
  folder: string,
): Promise<string> {
  const [home, other] = [new Home(services.full), new Home(services.empty)];
  await takesOver(other, server);
  const files = await roundTrip(home, other, folder);
  return `models move in from MLflow, and ${files} out to files and back, byte for byte`;
}
