import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Prints what an image is made of, as CycloneDX: the packages of npm as they were installed, those of Debian, and Node.js. It is run
 * in the image, beside node_modules; `npm sbom` would read the lock file instead, with workspaces and systems that are not there.
 */
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What npm has noted of each package that it installed, by its folder. */
const { packages } = json('node_modules/.package-lock.json');
const folders = Object.keys(packages).filter((folder) => /(^|\/)node_modules\//.test(folder) && !packages[folder].link);

const nameAt = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
const npmPurl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;

function npmPackage(folder) {
  const { version, license, integrity } = packages[folder];
  const name = nameAt(folder);
  const purl = npmPurl(name, version);
  const [, algorithm, content] = /^sha(\d+)-(.+)$/.exec(integrity ?? '') ?? [];
  return {
    'bom-ref': purl,
    type: 'library',
    name,
    version,
    purl,
    ...(algorithm && {
      hashes: [{ alg: `SHA-${algorithm}`, content: Buffer.from(content, 'base64').toString('hex') }],
    }),
    ...(license && {
      licenses: [/^SEE |^UNLICENSED/.test(license) ? { license: { name: license } } : { expression: license }],
    }),
  };
}

/** Where Node.js finds a package that one in this folder names: in itself, or in a folder around it. */
function found(name, from) {
  for (let around = from; ; around = around.slice(0, Math.max(0, around.lastIndexOf('/node_modules/')))) {
    const folder = `${around && `${around}/`}node_modules/${name}`;
    if (folder in packages) return [npmPurl(name, packages[folder].version)];
    if (around === '') return [];
  }
}

function dependenciesOf({ dependencies, optionalDependencies, peerDependencies }, folder) {
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return [...new Set(names.flatMap((name) => found(name, folder)))];
}

function debianPackages() {
  const [, release] = /^VERSION_ID="?([\d.]+)/m.exec(readFileSync('/etc/os-release', 'utf8'));
  const format = '${Package}\t${Version}\t${Architecture}\t${source:Package}\n';
  const lines = execFileSync('dpkg-query', ['--show', '--showformat', format], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [name, version, arch, upstream] = line.split('\t');
    const qualifiers = new URLSearchParams({ arch, distro: `debian-${release}`, upstream });
    const purl = `pkg:deb/debian/${encodeURIComponent(name)}@${encodeURIComponent(version)}?${qualifiers}`;
    return { 'bom-ref': purl, type: 'library', name, version, purl };
  });
}

function runtime() {
  const version = process.versions.node;
  const purl = `pkg:generic/node@${version}`;
  const cpe = `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`;
  return { 'bom-ref': purl, type: 'platform', name: 'node', version, purl, cpe };
}

const manifest = json('package.json');
const root = npmPurl(manifest.name, manifest.version);
const others = [runtime(), ...debianPackages()];
/** A package may be installed in one version in several folders, with the same packages below it or not. */
const edges = new Map([[root, [...dependenciesOf(manifest, ''), ...others.map(({ purl }) => purl)]]]);
for (const folder of folders) {
  const { purl } = npmPackage(folder);
  edges.set(purl, [...(edges.get(purl) ?? []), ...dependenciesOf(packages[folder], folder)]);
}
const components = new Map([...folders.map(npmPackage), ...others].map((component) => [component.purl, component]));
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  serialNumber: `urn:uuid:${randomUUID()}`,
  version: 1,
  metadata: {
    timestamp: new Date().toISOString(),
    component: { 'bom-ref': root, type: 'container', name: manifest.name, version: manifest.version, purl: root },
  },
  components: [...components.values()],
  dependencies: [...edges].map(([ref, needed]) => ({ ref, dependsOn: [...new Set(needed)] })),
};
process.stdout.write(`${JSON.stringify(bill)}\n`);
