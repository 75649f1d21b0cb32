import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-files.js';
import { namesOf, publishedFiles } from '../../tools/publication.js';

const read = (path: string): string => readFileSync(join(packageRoot(), path), 'utf8');
const MANIFEST = JSON.parse(read('package.json')) as Parameters<typeof publishedFiles>[0] & { version: string };

it.each([...publishedFiles()])('%s says of the project what package.json says', (path, text) => {
  expect(read(path)).toBe(text);
});

it('every package carries licence, authors and links, and is of one version', () => {
  const { author, homepage, version } = MANIFEST;
  for (const path of [
    'clients/typescript/package.json',
    'cli/package.json',
    'verifier/package.json',
    'clients/python/pyproject.toml',
    'clients/python-mlflow/pyproject.toml',
    'clients/java/pom.xml',
  ])
    for (const said of ['Apache-2.0', author.name, homepage, version])
      expect([path, read(path)]).toEqual([path, expect.stringContaining(said)]);
});

it('where the repository is, is said in one place: all else follows', () => {
  const url = 'git+https://code.example/risk/stagegate.git';
  const moved = publishedFiles({ ...MANIFEST, repository: { type: 'git', url } });
  expect(moved.get('clients/go/go.mod')).toMatch(/^module code\.example\/risk\/stagegate\/clients\/go$/m);
  expect(moved.get('clients/go/client.go')).toContain('"code.example/risk/stagegate/clients/go/api"');
  expect(moved.get('clients/java/pom.xml')).toContain('<groupId>example.code.risk</groupId>');
  expect(moved.get('clients/java/README.md')).toContain('<groupId>example.code.risk</groupId>');
  for (const folder of ['clients/python', 'clients/python-mlflow'])
    expect(moved.get(`${folder}/pyproject.toml`)).toContain('Repository = "https://code.example/risk/stagegate"');
  expect(JSON.parse(moved.get('cli/package.json')!)).toMatchObject({
    repository: { type: 'git', url, directory: 'cli' },
  });
});

it('a group is one that the owner of the repository can prove', () => {
  expect(namesOf('git+https://github.com/Risk-Team/stagegate.git').mavenGroup).toBe('io.github.risk-team');
  expect(namesOf('https://gitlab.com/risk/stagegate').mavenGroup).toBe('io.gitlab.risk');
});
