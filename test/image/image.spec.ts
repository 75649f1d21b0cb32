import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dropSite, newSite, type Role, runScript, type Site } from '../support/app/roles.js';
import { ROOT, tell } from '../support/processes/tell.js';
import { BuiltImage } from './built-image.js';
import { Container, newVolume, type Start } from './container.js';
import { checkerOfBills } from './cyclonedx.js';
import { SocketRelay } from './socket-relay.js';

interface Service {
  command?: string[];
  environment: Record<string, string>;
}
const COMPOSE = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8')) as { services: Record<string, Service> };
const SECRET = { STAGEGATE_JWT_SECRET: 'x'.repeat(32) };

let image: BuiltImage;
const volumes: string[] = [];

beforeAll(async () => {
  image = await BuiltImage.make();
});
afterAll(async () => {
  for (const volume of volumes) rmSync(volume, { recursive: true, force: true });
  await image?.leave();
});

function volumeOfOwn(): string {
  const volume = newVolume(image);
  volumes.push(volume);
  return volume;
}

async function find(...tests: string[]): Promise<string[]> {
  const { code, output } = await tell('find', [image.root, '-xdev', ...tests]);
  expect([code, output]).toEqual([0, output]);
  return output.split('\n').flatMap((path) => (path === '' ? [] : [path.slice(image.root.length)]));
}

describe('what is in it', () => {
  it('starts the service as a user who is not root, with a health check and without a secret', () => {
    const { User, Cmd, Env, WorkingDir, ExposedPorts, Healthcheck } = image.config;
    expect(image.ids()).toEqual({ uid: 1000, gid: 1000 });
    expect({ User, Cmd, WorkingDir, ExposedPorts }).toEqual({
      User: 'node',
      Cmd: ['node', '/app/dist/src/main.js'],
      WorkingDir: '/var/lib/stagegate',
      ExposedPorts: { '3000/tcp': {} },
    });
    expect(Healthcheck.Test[0]).toBe('CMD');
    expect(Env.filter((variable) => /SECRET|PASSWORD|TOKEN|KEY|CERT/.test(variable))).toEqual([]);
  });

  it('its user can change nothing but the data', async () => {
    const changeable = await find('!', '-type', 'l', '(', '-user', '1000', '-o', '-perm', '-o=w', ')');
    expect(changeable.filter((path) => !path.startsWith('/home/node'))).toEqual(
      expect.arrayContaining(['/var/lib/stagegate', '/tmp']),
    );
    expect(changeable.filter((path) => /^\/(app|usr|etc|bin|sbin|lib)/.test(path))).toEqual([]);
  });

  it('has what the service needs and nothing it was built with', async () => {
    expect(await find('-path', '*/mnt/*')).toEqual([]);
    const found = await find(
      '(',
      '-path',
      '*/app/*',
      '-o',
      '-path',
      '*/root/*',
      ')',
      '-not',
      '-path',
      '*/node_modules/*',
    );
    expect(found).toEqual(
      expect.arrayContaining(['/app/dist/src/main.js', '/app/console/dist/index.html', '/app/LICENSE']),
    );
    expect(found.filter((path) => /\.tsx?$|\.spec\.|\/tests?\/|\.npm|\.env|\.git|\.crt$/.test(path))).toEqual([]);
    const packages = readdirSync(join(image.root, 'app', 'node_modules'));
    expect(packages).toContain('@nestjs');
    expect(packages.filter((name) => ['jest', 'eslint', 'prettier', 'esbuild'].includes(name))).toEqual([]);
  });
});

describe('its bill of materials', () => {
  interface Component {
    name: string;
    version: string;
    purl: string;
  }
  interface Bill {
    metadata: { component: { version: string } };
    components: Component[];
    dependencies: { ref: string; dependsOn: string[] }[];
  }
  let bill: Bill;
  let components: Component[];
  const listed = (kind: string) => components.filter(({ purl }) => purl.startsWith(`pkg:${kind}/`));
  beforeAll(() => {
    bill = JSON.parse(image.read('app/sbom.cdx.json')) as Bill;
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: { name: 'stagegate' } },
    });
    components = bill.components;
  });

  it('is one, by the schema of CycloneDX, which notices what is none', async () => {
    const faultsOf = await checkerOfBills();
    expect(faultsOf(bill)).toEqual([]);
    expect(faultsOf({ ...bill, components: [{ type: 'package', name: 'x' }] })).not.toEqual([]);
  });

  it('names every package of npm that is installed, in its version, and no other', async () => {
    const manifests = await find('-path', '*/app/node_modules/*', '-name', 'package.json', '-not', '-path', '*/npm/*');
    const installed = manifests.flatMap((path) => {
      const isPackage = /\/node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(path);
      const { name, version } = JSON.parse(image.read(path)) as Partial<Component>;
      return isPackage && name && version ? [`${name}@${version}`] : [];
    });
    const named = listed('npm').map(({ name, version }) => `${name}@${version}`);
    expect(named.toSorted()).toEqual([...new Set(installed)].toSorted());
  });

  it('says what needs what, of what it names', () => {
    const refs = new Set([
      `pkg:npm/stagegate@${bill.metadata.component.version}`,
      ...components.map(({ purl }) => purl),
    ]);
    expect(refs.size).toBe(components.length + 1);
    const needed = new Set(bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]));
    expect([...needed].filter((ref) => !refs.has(ref))).toEqual([]);
    expect([...refs].filter((ref) => !needed.has(ref))).toEqual([]);
  });

  it('names Node.js and every package of Debian that is installed', async () => {
    const installed = image.read('var/lib/dpkg/status').match(/^Package: .*$/gm)!;
    expect(listed('deb')).toHaveLength(installed.length);
    expect(listed('deb').map(({ name }) => name)).toContain('libc6');
    const { output } = await tell('chroot', [image.root, 'node', '--version']);
    expect(listed('generic')).toMatchObject([{ name: 'node', version: output.trim().slice(1) }]);
  });
});

it('on its embedded database it becomes healthy, works, stops in time, and finds its data again', async () => {
  const volume = volumeOfOwn();
  const first = await Container.start(image, { volume });
  await first.untilHealthy();
  expect(await first.ask('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  expect((await first.within('id', '--user')).output.trim()).toBe('1000');
  expect((await first.within('touch', '/app/x')).output).toContain('Read-only file system');
  const token = readFileSync(join(volume, '.stagegate', 'admin-token'), 'utf8').trim();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const model = { method: 'POST', headers, body: JSON.stringify({ name: 'churn' }) };
  expect(await first.ask('/api/v1/models', model)).toMatchObject({ status: 201 });
  expect(await first.stop()).toBe(0);

  const second = await Container.start(image, { volume });
  await second.untilHealthy();
  expect(await second.ask('/api/v1/models/churn', { headers })).toMatchObject({ status: 200, body: { name: 'churn' } });
  expect(await second.stop()).toBe(0);
});

describe('on a database with two roles, as compose.yaml runs it', () => {
  let site: Site;
  let relay: SocketRelay;
  beforeAll(async () => {
    site = await newSite();
    await runScript(site, 'roles.sql');
    relay = await SocketRelay.before(site.database.url);
  });
  afterAll(async () => {
    await dropSite(site);
    relay.close();
  });

  /** A service of compose.yaml, with its role's password, whose database is reached by the socket in a folder that both see. */
  function serviceOf(name: string, role: Role): Start {
    const { command, environment } = COMPOSE.services[name]!;
    const url = new URL(site.database.url);
    Object.assign(url, { username: role.name, password: '' });
    url.searchParams.set('host', relay.folder);
    const env = { ...environment, ...SECRET, DATABASE_URL: url.href, DATABASE_PASSWORD: role.password };
    return { command, env, shares: [relay.folder], volume: volumeOfOwn() };
  }

  it('does not start before the schema is there, which only the owner can make', async () => {
    const early = await Container.start(image, serviceOf('stagegate', site.service));
    expect(await early.ended).not.toBe(0);
    expect(early.output).toContain('migration');
    const migrations = await Container.start(image, serviceOf('migrations', site.owner));
    expect([await migrations.ended, migrations.output]).toEqual([0, expect.any(String)]);
  });

  it('becomes healthy as the service, and its health check notices that the database is gone', async () => {
    const service = await Container.start(image, serviceOf('stagegate', site.service));
    await service.untilHealthy();
    expect(await service.ask('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    await site.database.drop();
    expect(await service.ask('/readyz')).toMatchObject({ status: 503 });
    expect(await service.health()).toBe(1);
    expect(await service.stop()).toBe(0);
  });
});
