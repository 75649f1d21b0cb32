import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/platform/package-files.js';

/** What the root's package.json says once for all packages: who made them, under which licence, where they are kept. */
interface Publication {
  license: string;
  author: { name: string };
  homepage: string;
  repository: { type: string; url: string };
  bugs: { url: string };
  keywords: string[];
}

/** The names that follow from where the repository is. */
interface Names {
  /** Address of the repository, for people. */
  page: string;
  goModule: string;
  mavenGroup: string;
}

type Edit = (text: string) => string;

const ROOT = packageRoot();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
/** Who hosts repositories lets their owners prove these groups as theirs; elsewhere it is the host that is owned. */
const GROUPS: Record<string, string> = { 'github.com': 'io.github', 'gitlab.com': 'io.gitlab' };
const NPM_PACKAGES = ['clients/typescript', 'cli', 'verifier'];
const PYTHON_PACKAGES = ['clients/python', 'clients/python-mlflow'];
const PACKAGES = [...NPM_PACKAGES, ...PYTHON_PACKAGES, 'clients/go', 'clients/java'];

/** A module or group of the repository's address, as Go fetches it and Maven Central lets it be owned. */
export function namesOf(repository: string): Names {
  const page = repository.replace(/^git\+/, '').replace(/\.git$/, '');
  const { host, pathname } = new URL(page);
  const owner = pathname.split('/')[1]!;
  const group = GROUPS[host] ?? host.split('.').reverse().join('.');
  return { page, goModule: `${host}${pathname}/clients/go`, mavenGroup: `${group}.${owner}`.toLowerCase() };
}

/** Every file that repeats some of it, as it should be: path in the repository and text. */
export function publishedFiles(publication = JSON.parse(read('package.json')) as Publication): Map<string, string> {
  const names = namesOf(publication.repository.url);
  const [, formerModule = ''] = /^module (.+)$/m.exec(read('clients/go/go.mod')) ?? [];
  const toGoModule: Edit = (text) => text.replaceAll(formerModule, names.goModule);
  const edits = new Map<string, Edit>([
    ...NPM_PACKAGES.map((folder): [string, Edit] => [`${folder}/package.json`, npm(publication, folder)]),
    ...PYTHON_PACKAGES.map((folder): [string, Edit] => [`${folder}/pyproject.toml`, python(publication, names)]),
    ['clients/java/pom.xml', maven(publication, names)],
    ['clients/java/README.md', group(names)],
    ...filesOf('clients/go').map((path): [string, Edit] => [path, toGoModule]),
  ]);
  const written = [...edits].map(([path, edit]): [string, string] => [path, edit(read(path))]);
  return new Map([...PACKAGES.map((folder): [string, string] => [`${folder}/LICENSE`, read('LICENSE')]), ...written]);
}

function filesOf(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.(go|mod|md)$/.test(file)).map((file) => `${folder}/${file}`);
}

function npm({ license, author, homepage, repository, bugs, keywords }: Publication, directory: string): Edit {
  const said = { license, author, homepage, repository: { ...repository, directory }, bugs, keywords };
  return (text) => {
    const { name, version, description, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return `${JSON.stringify({ name, version, description, ...said, ...omit(rest, said) }, null, 2)}\n`;
  };
}

function omit(record: Record<string, unknown>, gone: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !(key in gone)));
}

function python({ license, author, homepage, bugs, keywords }: Publication, { page }: Names): Edit {
  const lines = [
    `license = ${JSON.stringify(license)}`,
    'license-files = ["LICENSE"]',
    `authors = [{ name = ${JSON.stringify(author.name)} }]`,
    `keywords = [${keywords.map((keyword) => JSON.stringify(keyword)).join(', ')}]`,
    `urls = { Homepage = "${homepage}", Repository = "${page}", Issues = "${bugs.url}" }`,
  ];
  return between('# Written by npm run publication.', '# End of what it writes.', lines);
}

function maven({ license, author, homepage, bugs }: Publication, names: Names): Edit {
  const lines = [
    `  <url>${homepage}</url>`,
    `  <licenses><license><name>${license}</name><url>https://www.apache.org/licenses/LICENSE-2.0</url></license></licenses>`,
    `  <developers><developer><name>${author.name}</name><url>${names.page}</url></developer></developers>`,
    `  <scm><url>${names.page}</url><connection>scm:git:${names.page}.git</connection></scm>`,
    `  <issueManagement><url>${bugs.url}</url></issueManagement>`,
  ];
  const described = between('  <!-- Written by npm run publication. -->', '  <!-- End of what it writes. -->', lines);
  return (text) => described(group(names)(text));
}

/** The first group that a pom or a README names is the client's own. */
function group({ mavenGroup }: Names): Edit {
  return (text) => text.replace(/<groupId>[^<]*</, `<groupId>${mavenGroup}<`);
}

function between(first: string, last: string, lines: readonly string[]): Edit {
  return (text) => {
    const [before, rest] = text.split(`${first}\n`);
    const after = rest?.split(`${last}\n`)[1];
    if (after === undefined) throw new Error(`The lines '${first}' and '${last}' are not there.`);
    return [before, `${first}\n`, ...lines.map((line) => `${line}\n`), `${last}\n`, after].join('');
  };
}

/** Writes what every package says of the project: `npm run publication`, after a change of it in package.json. */
export function publish(): void {
  for (const [path, text] of publishedFiles()) writeFileSync(join(ROOT, path), text);
}

if (process.argv[1] === import.meta.filename) publish();
