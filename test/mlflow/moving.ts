import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TcpProxy } from '../support/processes/tcp-proxy.js';
import { until } from '../support/limits.js';
import { type Home, type Result } from './home.js';

/** More versions than one request of an import takes. */
const MANY = 230;
/** Nothing listens at a port of the system's own. */
const NOWHERE = 'http://127.0.0.1:1';

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
  const { productionVersion, latestVersion, aliases, tags } = await home.ask(`/api/v1/models/${name}`);
  assert.deepEqual(
    [productionVersion, latestVersion, aliases, tags],
    [3, 4, { blue: 4, champion: 3 }, { team: 'risk' }],
  );
  const theirs = await (await fetch(`${server}/api/2.0/mlflow/model-versions/get?name=${name}&version=4`)).json();
  const ours = await home.ask(`/api/2.0/mlflow/model-versions/get?name=${name}&version=4`);
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

/** A model of more versions than one request takes, with Production and an alias among the first of them. */
async function takesManyOver(home: Home, server: string): Promise<void> {
  const name = 'many-versions';
  await mlflow(server, 'POST', 'registered-models/create', { name });
  for (let version = 1; version <= MANY; version += 1)
    await mlflow(server, 'POST', 'model-versions/create', { name, source: `s3://many/${version}` });
  const moves = async (version: string) =>
    mlflow(server, 'POST', 'model-versions/transition-stage', {
      name,
      version,
      stage: 'Production',
      archive_existing_versions: true,
    });
  await moves(String(MANY));
  await mlflow(server, 'POST', 'registered-models/alias', { name, alias: 'oldest', version: '1' });
  const from = ['mlflow', '--from', server, '--model', name];
  const [planned] = await home.imports(...from, '--dry-run');
  const [done] = await home.imports(...from);
  assert.deepEqual(done, planned);
  assert.deepEqual([done!.findings, done!.changes.length], [[], MANY + 3]);
  const { productionVersion, latestVersion, aliases } = await home.ask(`/api/v1/models/${name}`);
  assert.deepEqual([productionVersion, latestVersion, aliases], [MANY, MANY, { champion: MANY, oldest: 1 }]);
  // The one that leaves Production comes with a later request than the one for which it does.
  await moves('2');
  const [later] = await home.imports(...from);
  assert.deepEqual(
    later!.changes.map(({ subject, version, to }) => [subject, version, to]),
    [['stage', 2, 'Production']],
  );
  assert.deepEqual(codes(later!), []);
  const [again] = await home.imports(...from);
  assert.deepEqual([again!.changes, again!.findings, again!.unchanged], [[], [], MANY]);
}

/** Killed after the first of several models, it takes the rest over when it is run again, and nothing twice. */
async function goesOnAfterKill(home: Home, server: string): Promise<void> {
  const names = ['killed-1', 'killed-2', 'killed-3', 'killed-4'];
  for (const name of names) await fill(server, name);
  const from = ['mlflow', '--from', server, '--model', ...names];
  const planned = await home.imports(...from, '--dry-run');
  const killed = home.starts('import', ...from);
  await until('the first model is taken over', () => home.holds(names[0]!));
  await killed.end('SIGKILL');
  const rest = await home.imports(...from);
  assert.deepEqual(rest.map(codes), planned.map(codes));
  for (const name of names) {
    const { productionVersion, latestVersion, aliases } = await home.ask(`/api/v1/models/${name}`);
    assert.deepEqual([productionVersion, latestVersion, aliases], [3, 4, { blue: 4, champion: 3 }]);
  }
  const again = await home.imports(...from);
  assert.deepEqual(
    again.map(({ changes, unchanged }) => [changes, unchanged]),
    names.map(() => [[], 3]),
  );
  await home.run('audit', 'verify');
}

/** Mirrors what changes there while it runs, over an outage of that server, and says once what was changed here. */
async function mirrors(home: Home, server: string): Promise<void> {
  const name = 'watched-model';
  const registers = (number: number) =>
    mlflow(server, 'POST', 'model-versions/create', { name, source: `s3://there/${number}` });
  await mlflow(server, 'POST', 'registered-models/create', { name });
  await registers(1);
  const way = await TcpProxy.before(server);
  const watch = home.starts('import', 'mlflow', '--from', way.url, '--model', name, '--watch', '--every', '1');
  try {
    await watch.says('version 1');
    way.leadTo(NOWHERE);
    way.cut();
    await watch.says('UNREACHABLE');
    way.leadTo(server);
    await registers(2);
    await watch.says('version 2');
    await home.ask(`/api/v1/models/${name}/versions/2`, 'PATCH', { description: 'Ours.' });
    await mlflow(server, 'PATCH', 'model-versions/update', { name, version: '2', description: 'Theirs.' });
    await watch.says('CHANGED_HERE');
    await mlflow(server, 'POST', 'registered-models/alias', { name, alias: 'blue', version: '1' });
    const meanwhile = await watch.says('alias blue');
    assert.doesNotMatch(meanwhile, /CHANGED_HERE/);
  } finally {
    await watch.end();
    await way.close();
  }
  const { description } = await home.ask(`/api/v1/models/${name}/versions/2`);
  assert.equal(description, 'Ours.');
}

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}

/** Out of one registry into files, into another, and out again: the same bytes. */
export async function roundTrip(home: Home, other: Home, folder: string): Promise<string> {
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
  return `${Object.keys(files).length} models move out to files and back, byte for byte`;
}

/** Proves that models move in; answers a line of what was done. */
export async function movesIn(home: Home, server: string): Promise<string> {
  await takesOver(home, server);
  await takesManyOver(home, server);
  await goesOnAfterKill(home, server);
  await mirrors(home, server);
  return `models move in from MLflow, ${MANY} versions of one as well, after a kill, and while it changes`;
}
