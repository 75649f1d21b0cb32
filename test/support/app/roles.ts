import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { readConfig } from '../../../src/platform/config.js';
import { createEmptyDatabase, type TestDatabase, type TestServer } from './database.js';

export interface Role {
  name: string;
  password: string;
}

/** A database and the two roles that docs/database-roles.md makes for it. */
export interface Site {
  database: TestDatabase;
  owner: Role;
  service: Role;
}

/** A script of the folder `docker/`. */
export function scriptOf(name: string): string {
  return readFileSync(new URL(`../../../docker/${name}`, import.meta.url), 'utf8');
}

/** Passwords that no URL could take as they are. */
export async function newSite(): Promise<Site> {
  const suffix = randomBytes(4).toString('hex');
  return {
    database: await createEmptyDatabase(),
    owner: { name: `owner_${suffix}`, password: `p@ss/w#rd?%41:'"` },
    service: { name: `service_${suffix}`, password: `&an=other;\\ one%2F` },
  };
}

export async function dropSite({ database, owner, service }: Site): Promise<void> {
  const server = JSON.parse(process.env.STAGEGATE_TEST_SERVER!) as TestServer;
  await database.drop();
  await as(server.url, (client) => client.query(`DROP ROLE IF EXISTS ${owner.name}, ${service.name}`));
}

export function urlOf(site: Site, { name, password }: Role): string {
  const url = new URL(site.database.url);
  url.username = name;
  url.password = '';
  const env = { DATABASE_URL: url.href, DATABASE_PASSWORD: password, STAGEGATE_JWT_SECRET: 'x'.repeat(32) };
  return readConfig(env, false).databaseUrl!;
}

export async function as<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Does what psql does with a script of `docker/`: fills variables in, and runs what a query before \gexec answers. */
export async function runScript({ database, owner, service }: Site, name: string): Promise<void> {
  const variables: Record<string, string> = {
    database: new URL(database.url).pathname.slice(1),
    owner: owner.name,
    owner_password: owner.password,
    service: service.name,
    service_password: service.password,
  };
  await as(database.url, async (client) => {
    const script = scriptOf(name)
      .replaceAll(/:"(\w+)"/g, (_, variable: string) => client.escapeIdentifier(variables[variable]!))
      .replaceAll(/(?<!:):'(\w+)'/g, (_, variable: string) => client.escapeLiteral(variables[variable]!));
    const parts = script.split('\\gexec');
    for (const query of parts.slice(0, -1)) {
      const { rows } = await client.query<string[]>({ text: query, rowMode: 'array' });
      for (const [statement] of rows) await client.query(statement!);
    }
    await client.query(parts.at(-1)!);
  });
}
