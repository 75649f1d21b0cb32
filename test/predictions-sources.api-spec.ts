import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestApp } from './support/app/app.js';
import { ENGINE_ENV, SMALL, Submitter } from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
const parent = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const root = join(parent, 'shared');
const SUBMIT = '/models/m/versions/1/evaluations/from-predictions';
const HEADER = 'id,label,score';

beforeAll(async () => {
  mkdirSync(root);
  const env = { ...ENGINE_ENV, STAGEGATE_DATA_DIR: join(parent, 'data'), STAGEGATE_PREDICTIONS_ROOTS: root };
  app = await TestApp.start({ env });
  ci = new Submitter(app, await app.as('ci', 'contributor'));
  await ci.model('m', 1);
});
afterAll(async () => {
  await app?.stop();
  rmSync(parent, { recursive: true, force: true });
});

describe('a file named by URI', () => {
  const inside = join(root, 'a.csv');
  const named = (path: string) => ({ ...SMALL, uri: pathToFileURL(path).href });
  const submit = (request: object, status: number) => ci.client.post(SUBMIT, request, status);

  beforeAll(() => {
    writeFileSync(inside, `${HEADER}\n1,0,0.5\n2,1,0.5\n`);
    writeFileSync(join(parent, 'secret.csv'), `${HEADER}\n1,0,0.5\n`);
    symlinkSync(join(parent, 'secret.csv'), join(root, 'link.csv'));
    symlinkSync(parent, join(root, 'up'));
    mkdirSync(join(root, 'folder.csv'));
    mkdirSync(join(parent, 'shared-too'));
    writeFileSync(join(parent, 'shared-too', 'a.csv'), HEADER);
  });

  it('is measured from the allowed folder', async () => {
    const job = await ci.ended((await submit(named(inside), 202)).id);
    expect(job).toMatchObject({ status: 'succeeded', source: { kind: 'uri', format: 'csv' }, rowsRead: 2 });
  });

  it.each([
    ['outside of the folder', join(parent, 'secret.csv')],
    ['of the system', '/etc/passwd'],
    ['behind a link', join(root, 'link.csv')],
    ['behind a linked folder', join(root, 'up', 'secret.csv')],
    ['in a folder of a similar name', join(parent, 'shared-too', 'a.csv')],
    ['that is a folder', join(root, 'folder.csv')],
  ])('%s is refused', async (_name, path) => {
    expect((await submit(named(path), 403)).code).toBe('SOURCE_NOT_ALLOWED');
  });

  it.each([`file://${root}/../secret.csv`, `file://${root}/%2e%2e/secret.csv`])(
    '%s does not climb out',
    async (uri) => {
      expect((await submit({ ...SMALL, uri }, 403)).code).toBe('SOURCE_NOT_ALLOWED');
    },
  );

  it.each([
    's3://bucket/a.csv',
    'https://example.com/a.csv',
    '/etc/passwd',
    'file://host/a.csv',
    `file://${root}/a%2fb.csv`,
    `file://${root}/ok.csv%00.txt`,
  ])('%s is of a kind that is not read', async (uri) => {
    expect((await submit({ ...SMALL, uri }, 400)).code).toBe('UNSUPPORTED_URI');
  });

  it('that is not there is 404, and one that is another than stated fails its job', async () => {
    expect((await submit(named(join(root, 'none.csv')), 404)).code).toBe('SOURCE_NOT_FOUND');
    const { id } = await submit({ ...named(inside), digest: `sha256:${'0'.repeat(64)}` }, 202);
    expect((await ci.ended(id)).error.code).toBe('DIGEST_MISMATCH');
  });
});
