import { type DataSource } from 'typeorm';

/** What of a database server decides whether it can hold the registry. */
export interface DatabaseServer {
  /** As PostgreSQL counts: 150004 is 15.4. */
  versionNumber: number;
  version: string;
  encoding: string;
}

const OLDEST_VERSION_NUMBER = 150_000;
const QUERY = `SELECT current_setting('server_version_num')::int AS "versionNumber",
  current_setting('server_version') AS version, current_setting('server_encoding') AS encoding`;

export async function readServer(dataSource: DataSource): Promise<DatabaseServer> {
  const [server] = await dataSource.query<DatabaseServer[]>(QUERY);
  return server!;
}

/** Why this database cannot hold the registry, and what to do about it; undefined when it can. */
export function faultOfServer({ versionNumber, version, encoding }: DatabaseServer): string | undefined {
  if (versionNumber < OLDEST_VERSION_NUMBER) {
    return `The database server is PostgreSQL ${version}; 15 or later is needed. Upgrade it, or give DATABASE_URL another one.`;
  }
  if (encoding !== 'UTF8') {
    return (
      `The database has the encoding ${encoding}, in which names and reports could not be kept as they are; UTF8 is needed. ` +
      "Make another one: CREATE DATABASE stagegate ENCODING 'UTF8' TEMPLATE template0."
    );
  }
  return undefined;
}
