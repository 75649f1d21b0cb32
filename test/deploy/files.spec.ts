import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../src/platform/config.js';
import { SETTINGS } from '../../src/platform/config/settings.js';
import { ROOT, tell, type Told } from '../support/processes/tell.js';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  environment?: Record<string, string>;
  depends_on: Record<string, { condition: string }>;
  command?: string[];
  volumes?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  stop_grace_period?: string;
  network_mode?: string;
  ports?: string[];
}

const COMPOSE = parse(read('compose.yaml')) as { services: Record<string, Service>; volumes: Record<string, null> };
const FROM_ENV = /^\$\{\w+:\?set it in \.env\}$/;
const UNIT = 'deploy/systemd/stagegate.service';

const DEFAULTS = readConfig({ STAGEGATE_JWT_SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://a:b@c/d' }, false);
const LONGEST_STOP = DEFAULTS.drainSeconds + DEFAULTS.shutdownSeconds;

describe('compose.yaml', () => {
  const { migrations, stagegate, database } = COMPOSE.services;
  const roleOf = (service: Service) => new URL(service.environment!.DATABASE_URL!).username;

  it('migrates as the owner, and serves as a role that owns nothing', () => {
    expect([roleOf(migrations!), roleOf(stagegate!)]).toEqual(['stagegate_owner', 'stagegate_service']);
    expect(JSON.stringify(stagegate)).not.toContain('OWNER');
    expect(stagegate!.depends_on).toEqual({ migrations: { condition: 'service_completed_successfully' } });
    expect(migrations!.command).toEqual(['node', '/app/dist/src/commands/migrations.js', 'run']);
    const roles = read('docker/roles.sh');
    for (const service of [migrations!, stagegate!]) expect(roles).toContain(roleOf(service));
  });

  it('names settings that there are, files that there are, and no secret', () => {
    for (const { environment = {} } of [migrations!, stagegate!]) {
      expect(Object.keys(environment).filter((name) => !(SETTINGS as readonly string[]).includes(name))).toEqual([]);
    }
    for (const { environment = {} } of Object.values(COMPOSE.services))
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|SECRET/.test(name)) expect(value).toMatch(FROM_ENV);
    for (const volume of database!.volumes!) {
      const [from = ''] = volume.split(':');
      expect([from, from in COMPOSE.volumes || existsSync(join(ROOT, from))]).toEqual([from, true]);
    }
  });

  it('gives the service no rights, and the time to stop', () => {
    for (const service of [migrations!, stagegate!])
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(parseInt(stagegate!.stop_grace_period!, 10)).toBeGreaterThan(LONGEST_STOP);
  });
});

describe('compose.oidc.yaml', () => {
  const { stagegate, keycloak } = (parse(read('compose.oidc.yaml')) as typeof COMPOSE).services;

  it('adds settings that there are, and a provider at the address that its issuer has', () => {
    const { environment, ports } = stagegate!;
    expect(Object.keys(environment!).filter((name) => !(SETTINGS as readonly string[]).includes(name))).toEqual([]);
    const [{ issuer, client }] = JSON.parse(environment!.OIDC_ISSUERS!) as [{ issuer: string; client: object }];
    expect(issuer).toMatch(`${keycloak!.environment!.KC_HOSTNAME}/realms/`);
    expect(client).toMatchObject({ secret: expect.stringMatching(FROM_ENV) });
    expect(keycloak!.network_mode).toBe('service:stagegate');
    expect(ports).toEqual(['127.0.0.1:8080:8080']);
  });

  it('names files that there are, and no secret', () => {
    const named = Object.entries(keycloak!.environment!).filter(([name]) => /PASSWORD|SECRET/.test(name));
    expect(named.length).toBeGreaterThan(2);
    for (const [, value] of named) expect(value).toMatch(FROM_ENV);
    for (const volume of keycloak!.volumes!) expect(existsSync(join(ROOT, volume.split(':', 1)[0]!))).toBe(true);
    const open = read('deploy/keycloak/realm.json').matchAll(/"(?:secret|value)": "([^"]+)"/g);
    expect(new Set([...open].map(([, value]) => value))).toEqual(
      new Set(['${OIDC_CLIENT_SECRET}', '${OIDC_USER_PASSWORD}']),
    );
  });
});

/** What systemd says of a unit with this text. */
async function verified(text: string): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-unit-'));
  writeFileSync(join(folder, 'stagegate.service'), text);
  return tell('systemd-analyze', ['verify', join(folder, 'stagegate.service')]).finally(() =>
    rmSync(folder, { recursive: true }),
  );
}

describe('the unit of systemd', () => {
  const settings = new Map([...read(UNIT).matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));

  it('is one that systemd takes without a word, and exposes little', async () => {
    const unit = read(UNIT).replace('/usr/bin/node', process.execPath);
    expect(await verified(unit)).toEqual({ code: 0, output: '' });
    expect((await verified(unit.replace('ProtectSystem=', 'ProtectSystems='))).output).toContain('ProtectSystems');
    const analysed = await tell('systemd-analyze', ['security', '--offline=true', '--threshold=20', join(ROOT, UNIT)]);
    expect(analysed).toMatchObject({ code: 0 });
  });

  it('starts the built program, with settings that there are, and gives it the time to stop', () => {
    expect(settings.get('ExecStart')).toBe('/usr/bin/node /opt/stagegate/dist/src/main.js');
    const environment = [...settings.get('Environment')!.matchAll(/(\w+)=/g)].map(([, name]) => name);
    const known: readonly string[] = [...SETTINGS, 'NODE_ENV'];
    expect(environment.filter((name) => !known.includes(name!))).toEqual([]);
    expect(Number(settings.get('TimeoutStopSec'))).toBeGreaterThan(LONGEST_STOP);
  });
});
