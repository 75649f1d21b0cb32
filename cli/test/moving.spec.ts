import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { until } from '../../test/support/limits.js';
import { fileNames } from '../src/moving/files.js';
import { toMovedModel } from '../src/moving/moved-model.js';
import { batchesOf } from '../src/moving/send.js';
import { Desk } from './desk.js';

const version = (number: number, fields: object = {}) => ({
  name: 'm',
  version: String(number),
  source: `s3://there/${number}`,
  creation_timestamp: 1,
  ...fields,
});

/** A registry that speaks as much of MLflow's API as an import asks for, has these models, and first answers with these errors. */
function registryOf(models: Record<string, object[]>, errors: number[]): Server {
  return createServer((request, response) => {
    const error = errors.shift() ?? 200;
    if (error !== 200) {
      response.statusCode = error;
      return response.end(JSON.stringify({ error_code: 'INTERNAL_ERROR', message: `status ${error}` }));
    }
    const { pathname, searchParams } = new URL(request.url!, 'http://there');
    const name = searchParams.get('name') ?? /name='(.*)'/.exec(searchParams.get('filter') ?? '')?.[1] ?? '';
    const answers: Record<string, object | undefined> = {
      'registered-models/search': { registered_models: Object.keys(models).map((one) => ({ name: one })) },
      'registered-models/get': models[name] && { registered_model: { name, creation_timestamp: 1 } },
      'model-versions/search': { model_versions: models[name] },
    };
    const answer = answers[pathname.replace('/api/2.0/mlflow/', '')];
    response.statusCode = answer ? 200 : 404;
    return response.end(JSON.stringify(answer ?? { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'not found' }));
  });
}

describe('an import from MLflow', () => {
  const models: Record<string, object[]> = {
    refused: [version(1, { source: '' })],
    taken: [version(1)],
    leaves: [version(1)],
  };
  const errors: number[] = [];
  const server = registryOf(models, errors);
  let desk: Desk;
  let from: string;

  beforeAll(async () => {
    desk = await Desk.set();
    await desk.run('stagegate login $SERVER --profile admin --token-file admin.token');
    await once(server.listen(0, '127.0.0.1'), 'listening');
    from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await desk.clear();
  });

  it('goes on past a model that is refused, says so and fails; what is gone there later is told', async () => {
    const first = await desk.run(`stagegate import mlflow --from ${from} --json`);
    const codesIn = (output: string) =>
      (JSON.parse(output) as { models: { model: string; findings: { code: string }[] }[] }).models.map(
        ({ model, findings }) => [model, findings.map(({ code }) => code)],
      );
    expect([codesIn(first.output), first.code]).toEqual([
      [
        ['refused', ['REFUSED']],
        ['taken', []],
        ['leaves', []],
      ],
      1,
    ]);
    delete models.refused;
    delete models.leaves;
    const second = await desk.run(`stagegate import mlflow --from ${from} --json`);
    expect([codesIn(second.output), second.code]).toEqual([
      [
        ['taken', []],
        ['leaves', ['NOT_THERE']],
      ],
      0,
    ]);
  });

  it('that watches goes on after the other registry was busy, broken, or had just lost a model', async () => {
    // The first look asks three times; at the fourth after it the model is found, and gone when it is asked for.
    errors.push(200, 200, 200, 429, 500, 503, 200, 404);
    models.watched = [version(1)];
    const watch = `stagegate import mlflow --from ${from} --model watched --watch --every 1 >out 2>&1 & pid=$!`;
    const says = (text: string) => `until grep -q '${text}' out || ! kill -0 $pid; do sleep 0.1; done`;
    const over = desk.run(`${watch}; ${says('version 2')}; kill $pid && cat out`);
    await until('the errors are answered', () => errors.length === 0);
    models.watched = [version(1), version(2)];
    const { output, code } = await over;
    expect([output.match(/status \d+/g), code]).toEqual([['status 429', 'status 500', 'status 503'], 0]);
  });

  it('names a model that is not there', async () => {
    const { output, code } = await desk.run(`stagegate import mlflow --from ${from} --model taken typo`);
    expect([output, code]).toEqual([`NOT_FOUND There is no model typo at ${from}.\n`, 1]);
  });
});

it('tags that no object can have, or are too long in characters, are left out and told', () => {
  const tags = [
    { key: '__proto__', value: 'a' },
    { key: 'constructor', value: 'a' },
    { key: 'long', value: '\u{1F600}'.repeat(5_001) },
    { key: 'kept', value: '\u{1F600}'.repeat(5_000) },
  ];
  const { moved, findings } = toMovedModel({ name: 'm', tags }, [version(1, { source: 'models:/m-1' })], 'there');
  expect([moved.tags, findings.map(({ code }) => code)]).toEqual([
    { kept: tags[3]!.value },
    ['TEXT_LEFT_OUT', 'TEXT_LEFT_OUT', 'TEXT_LEFT_OUT'],
  ]);
  expect(moved.versions[0]!.loggedModelId).toBe('m-1');
});

it('a request is measured in bytes, with what comes with every version', () => {
  const fields = { artifactUri: 's3://b', stage: 'None', createdAt: '', updatedAt: '' };
  const wide = [1, 2].map((number) => ({ ...fields, version: number, description: 'ü'.repeat(120_000) }));
  expect([batchesOf(wide, 0).length, batchesOf(wide.slice(0, 1), 0).length]).toEqual([2, 1]);
  const small = [1, 2].map((number) => ({ ...fields, version: number, description: 'x'.repeat(100_000) }));
  expect([batchesOf(small, 0).length, batchesOf(small, 250_000).length]).toEqual([1, 2]);
});

type Fields = Record<string, unknown>;

/** What becomes of each field of the API's answers when a model is exported and imported elsewhere. */
interface Fates {
  /** They are there as they were here. */
  carried: string[];
  /** They are told there as what this registry said. */
  told: string[];
  /** They follow from what was carried. */
  follow: string[];
  /** They are not carried, and why. */
  left: Record<string, string>;
}

const BY_WHOM = 'It tells of decisions, which were made here; the audit record has them.';
const FATES: Record<'ModelResponse' | 'VersionResponse' | 'AliasResponse', Fates> = {
  ModelResponse: {
    carried: ['name', 'description', 'owner', 'tags', 'aliases', 'latestVersion', 'productionVersion'],
    told: ['createdAt', 'createdBy', 'updatedAt'],
    follow: ['imported'],
    left: { production: BY_WHOM, awaiting: BY_WHOM, conditions: 'They follow from policies and decisions.' },
  },
  VersionResponse: {
    carried: [
      'model',
      'version',
      'stage',
      'runId',
      'artifactUri',
      'artifactDigest',
      'dataset',
      'gitCommit',
      'framework',
      'signature',
      'params',
      'metrics',
      'description',
      'tags',
      'aliases',
      'quarantined',
      'quarantineReason',
    ],
    told: ['createdAt', 'createdBy', 'updatedAt'],
    follow: ['imported'],
    left: {
      stageEnteredAt: BY_WHOM,
      promotedAt: BY_WHOM,
      promotedBy: BY_WHOM,
      promotionRequestedBy: BY_WHOM,
      promotionApprovedBy: BY_WHOM,
      run: 'It is read from the tracking server again.',
    },
  },
  AliasResponse: {
    carried: ['alias', 'version', 'model'],
    told: [],
    follow: [],
    left: {},
  },
};
const { schemas } = (
  JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as {
    components: { schemas: Record<string, { properties: object }> };
  }
).components;

it.each(Object.entries(FATES))(
  'every field of %s has its fate in an export',
  (name, { carried, told, follow, left }) => {
    const known = [...carried, ...told, ...follow, ...Object.keys(left)];
    expect(known.sort()).toEqual(Object.keys(schemas[name]!.properties).sort());
  },
);

/** All that a registration can say. */
const REGISTRATION = {
  runId: 'r1',
  artifactUri: 's3://models/a',
  artifactDigest: `sha256:${'a'.repeat(64)}`,
  dataset: { name: 'train', version: '1', digest: `sha256:${'b'.repeat(64)}` },
  gitCommit: 'abcdef1',
  framework: 'sklearn 1.5',
  signature: { inputs: ['a'] },
  params: { depth: 3 },
  metrics: { accuracy: 0.9 },
  description: 'First.',
  tags: { a: 'b', 'stagegate.note': 'ours' },
};

describe('an export', () => {
  let here: Desk;
  let elsewhere: Desk;

  beforeAll(async () => {
    [here, elsewhere] = await Promise.all([Desk.set(), Desk.set()]);
    for (const desk of [here, elsewhere])
      await desk.run('stagegate login $SERVER --profile admin --token-file admin.token');
  });
  afterAll(() => Promise.all([here?.clear(), elsewhere?.clear()]));

  async function ask(desk: Desk, path: string, method = 'GET', body?: object): Promise<Fields> {
    const token = readFileSync(join(desk.folder, 'admin.token'), 'utf8').trim();
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${desk.url}/api/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Fields);
  }

  /** Exports here, and imports a copy of the folder elsewhere. */
  async function move(folder: string): Promise<string> {
    const written = await here.run(`stagegate export ${folder}`);
    cpSync(join(here.folder, folder), join(elsewhere.folder, folder), { recursive: true });
    const read = await elsewhere.run(`stagegate import ${folder}`);
    expect([written.code, read.code, written.output + read.output]).toEqual([0, 0, expect.anything()]);
    return read.output;
  }

  const isSaid = (value: unknown) =>
    value !== null &&
    value !== '' &&
    value !== false &&
    !(typeof value === 'object' && Object.keys(value!).length === 0);

  it('carries every field of models, versions and aliases that its table says, and a second one has the same bytes', async () => {
    const tags = { team: 'risk', 'stagegate.note': 'ours', 'mlflow.prompt.is_prompt': 'true' };
    await ask(here, '/models', 'POST', { name: 'whole', description: 'Scores.', owner: 'risk', tags });
    for (let number = 1; number <= 2; number += 1)
      await ask(here, '/models/whole/versions', 'POST', { ...REGISTRATION, artifactUri: `s3://models/${number}` });
    await ask(here, '/models/whole/gate-policy', 'PUT', { preset: 'open' });
    await ask(here, '/models/whole/versions/1/transitions', 'POST', { toStage: 'Production' });
    await ask(here, '/models/whole/aliases/blue', 'PUT', { version: 2 });
    await ask(here, '/models/whole/versions/2/quarantine', 'POST', { reason: 'It leaks.' });
    await move('whole-files');
    const compared: [keyof typeof FATES, string[]][] = [
      ['ModelResponse', ['/models/whole']],
      ['VersionResponse', ['/models/whole/versions/1', '/models/whole/versions/2']],
      ['AliasResponse', ['/models/whole/aliases/blue']],
    ];
    for (const [name, paths] of compared) {
      const { carried, told } = FATES[name];
      const said = new Set<string>();
      for (const path of paths) {
        const [before, after] = [await ask(here, path), await ask(elsewhere, path)];
        const { imported } = after as { imported?: Fields };
        for (const field of carried) expect([path, field, after[field]]).toEqual([path, field, before[field]]);
        for (const field of told) expect([path, field, imported?.[field]]).toEqual([path, field, before[field]]);
        for (const field of carried) if (isSaid(before[field])) said.add(field);
      }
      expect([name, carried.filter((field) => !said.has(field))]).toEqual([name, []]);
    }
    await elsewhere.run('stagegate export again');
    const bytes = (desk: Desk, folder: string) => readFileSync(join(desk.folder, folder, 'whole.json'), 'utf8');
    expect(bytes(elsewhere, 'again')).toBe(bytes(here, 'whole-files'));
  });

  it('of a model whose owner changes or goes is followed, and an owner named there stays', async () => {
    await ask(here, '/models', 'POST', { name: 'owned', owner: 'first' });
    await move('owned-files');
    const ownerAfter = async (owner: string | null) => {
      await ask(here, '/models/owned', 'PATCH', { owner });
      const output = await move('owned-files');
      return [(await ask(elsewhere, '/models/owned'))['owner'], /CHANGED_HERE/.test(output)];
    };
    expect(await ownerAfter('second')).toEqual(['second', false]);
    expect(await ownerAfter(null)).toEqual([null, false]);
    await ask(elsewhere, '/models/owned', 'PATCH', { owner: 'theirs' });
    expect(await ownerAfter('third')).toEqual(['theirs', true]);
    expect(await ownerAfter('theirs')).toEqual(['theirs', false]);
    await ask(here, '/models/owned', 'DELETE');
  });

  it('of models whose names differ in capitals alone has files that a disk without capitals tells apart', async () => {
    const names = ['capitals', 'Capitals', 'CAPITALS'];
    for (const [index, name] of names.entries())
      await ask(here, '/models', 'POST', { name, description: `Number ${index}.` });
    await move('capital-files');
    const files = readdirSync(join(here.folder, 'capital-files')).filter((file) => /^capitals/i.test(file));
    expect([files.length, new Set(files.map((file) => file.toLowerCase())).size]).toEqual([3, 3]);
    const found = await Promise.all(
      names.map(async (name) => (await ask(elsewhere, `/models/${name}`))['description']),
    );
    expect(found).toEqual(['Number 0.', 'Number 1.', 'Number 2.']);
  });

  it('of models named as devices of Windows are has files that Windows keeps, and is read back from there', async () => {
    const names = ['con', 'NUL.v1', 'Com1.a.b', 'console'];
    for (const name of names) await ask(here, '/models', 'POST', { name, description: `Is ${name}.` });
    await here.run('stagegate export device-files');
    const folder = join(here.folder, 'device-files');
    expect(readdirSync(folder).filter(isDeviceOfWindows)).toEqual([]);
    const list = join(folder, '.stagegate-export');
    // As Git checks it out there.
    writeFileSync(list, readFileSync(list, 'utf8').replaceAll('\n', '\r\n'));
    const read = await elsewhere.run(`stagegate import ${folder}; stagegate export device-files`);
    expect(read.code).toBe(0);
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.json')))
      expect([file, readFileSync(join(elsewhere.folder, 'device-files', file), 'utf8')]).toEqual([
        file,
        readFileSync(join(folder, file), 'utf8'),
      ]);
    for (const name of names)
      expect(await ask(elsewhere, `/models/${name}`)).toMatchObject({ description: `Is ${name}.` });
  });

  it('leaves the file of a model that was deleted since, and an import of the folder does not bring the model back', async () => {
    await ask(here, '/models', 'POST', { name: 'goes' });
    await here.run('stagegate export stale-files');
    await ask(here, '/models/goes', 'DELETE');
    const written = await here.run('stagegate export stale-files');
    expect(written.output).toContain('Of no model here, left in stale-files, and read by no import of it: goes.json');
    const output = await move('stale-files');
    expect(output).toContain('Not of the last export into stale-files, and left out: goes.json');
    await expect(ask(elsewhere, '/models/goes')).rejects.toThrow('404');
  });

  it('that lacks a file of its list is refused whole', async () => {
    await here.run('stagegate export lacking; rm lacking/whole.json');
    expect(await elsewhere.run(`stagegate import ${join(here.folder, 'lacking')}`)).toMatchObject({
      output: expect.stringContaining('lacks whole.json, which its export wrote.'),
      code: 1,
    });
  });
});

/** A device has no extension to Windows, and neither capitals nor the blanks before its first dot. */
function isDeviceOfWindows(file: string): boolean {
  return /^(con|prn|aux|nul|com[0-9]|lpt[0-9]) *(\.|$)/i.test(file);
}

it.each(['con', 'Prn', 'AUX', 'nul', 'com1', 'LPT9', 'com0', 'con.', 'nul.tar.gz', 'COM7.v2', 'aux..b'])(
  'the file of %s is none that Windows takes for a device',
  (name) => {
    const file = fileNames([name]).get(name)!;
    expect([isDeviceOfWindows(`${name}.json`), isDeviceOfWindows(file)]).toEqual([true, false]);
    expect(file).toMatch(/^[A-Za-z0-9]+~[0-9a-f]{8}[A-Za-z0-9.]*\.json$/);
  },
);

it.each(['cons', 'com10', 'com', 'a.con', 'con-1', 'nul_', 'lptx', 'ends.'])(
  'the file of %s is named after it alone',
  (name) => expect(fileNames([name]).get(name)).toBe(`${name}.json`),
);

it('the file of a model is named after it, and after more where another differs in capitals alone', () => {
  const files = fileNames(['a', 'b', 'B', 'A.json']);
  expect([files.get('a'), files.get('A.json')]).toEqual(['a.json', 'A.json.json']);
  expect([files.get('b'), files.get('B')]).toEqual([
    expect.stringMatching(/^b~[0-9a-f]{8}\.json$/),
    expect.stringMatching(/^B~[0-9a-f]{8}\.json$/),
  ]);
});
