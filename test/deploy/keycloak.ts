import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../support/limits.js';
import { CACHE } from './go-tools.js';

const run = promisify(execFile);
/** What its image holds is published for Maven, too. */
const ARTIFACT = 'org.keycloak:keycloak-quarkus-dist';
const REALM = 'stagegate';

/** A Keycloak of a version, on a port of this machine, with the realm of a file. */
export class Keycloak {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Starts it as its image does, and waits until it serves the realm; `env` has what the file leaves open. */
  static async start(version: string, realm: string, port: number, env: Record<string, string>): Promise<Keycloak> {
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-keycloak-'));
    await run('jar', ['--extract', '--file', await distribution(version)], { cwd: folder });
    const home = join(folder, `keycloak-${version}`);
    mkdirSync(join(home, 'data', 'import'), { recursive: true });
    writeFileSync(join(home, 'data', 'import', 'realm.json'), realm);
    const child = spawn('bash', [join(home, 'bin', 'kc.sh'), 'start-dev', '--import-realm'], {
      env: { PATH: process.env.PATH, JAVA_HOME: process.env.JAVA_HOME, ...own(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const keycloak = new Keycloak(child, folder);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until('Keycloak serves the realm', async () => {
      if (child.exitCode !== null) throw new Error(`Keycloak ended with ${child.exitCode}: ${said}`);
      return fetch(`${env.KC_HOSTNAME}/realms/${REALM}`).then(
        ({ ok }) => ok,
        () => false,
      );
    }).catch(async (error: unknown) => {
      await keycloak.stop();
      throw error;
    });
    return keycloak;
  }

  /** Its script starts Java, and both are of one group. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      process.kill(-this.child.pid!, 'SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const own = (port: number): Record<string, string> => ({
  KC_HTTP_HOST: '127.0.0.1',
  KC_HTTP_PORT: String(port),
  KC_CACHE: 'local',
  JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m',
});

/** Kept for every clone of this user, like other tools. */
async function distribution(version: string): Promise<string> {
  const file = join(CACHE, `keycloak-quarkus-dist-${version}.zip`);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'keycloak-'));
  const asked = [`-Dartifact=${ARTIFACT}:${version}:zip`, `-DoutputDirectory=${folder}`];
  await run('mvn', ['--batch-mode', '--quiet', 'dependency:copy', ...asked], { cwd: folder });
  renameSync(join(folder, `keycloak-quarkus-dist-${version}.zip`), file);
  rmSync(folder, { recursive: true });
  return file;
}
