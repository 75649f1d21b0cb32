import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readPostmaster } from '../../src/platform/embedded-postgres/postmaster-file.js';
import { makeDataFolder } from './data-folder.js';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');
const LINK = /(http:\/\/\S+)\/console\/sign-in#code=\S+/;

export type Role = 'viewer' | 'contributor' | 'approver' | 'admin';

/** The built service on a database and a folder of its own, as somebody starts it at a terminal. */
export class Service {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
    /** Signs the administrator in once. */
    readonly link: string,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Service> {
    const folder = await makeDataFolder();
    const own = { DATABASE_URL: '', STAGEGATE_DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', LOG_FORMAT: 'text' };
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, NODE_OPTIONS: '', STAGEGATE_JWT_SECRET: '', ...own, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (;;) {
      const [link, url] = LINK.exec(said) ?? [];
      if (link && url && said.includes('Docs')) return new Service(child, folder, url, link);
      if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}: ${said}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  }

  /** Asks as the administrator, apart from any browser. */
  async ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    return this.askAs<Body>(this.adminToken(), method, path, body);
  }

  /** Sends files as the administrator. */
  async send<Body>(path: string, form: FormData): Promise<Body> {
    const headers = { authorization: `Bearer ${this.adminToken()}` };
    const answer = await fetch(`${this.url}/api/v1${path}`, { method: 'POST', headers, body: form });
    if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  }

  adminToken(): string {
    return readFileSync(join(this.folder, 'admin-token'), 'utf8').trim();
  }

  /** The database that the service started for itself, for rows that are too many to be asked for. */
  async database(): Promise<pg.Client> {
    const folder = join(this.folder, 'postgres', 'data');
    const { host, port } = readPostmaster(folder)!;
    const password = readFileSync(join(folder, 'embedded-password'), 'utf8').trim();
    const client = new pg.Client({ host, port, user: 'postgres', password, database: 'stagegate' });
    await client.connect();
    return client;
  }

  async askAs<Body>(token: string, method: string, path: string, body?: unknown): Promise<Body> {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const answer = await fetch(`${this.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Body;
  }

  issue(subject: string, ...roles: Role[]): Promise<{ id: string; token: string }> {
    return this.ask('POST', '/tokens', { subject, roles });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
