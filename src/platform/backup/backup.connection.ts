import { type Client } from 'pg';
import { type DataSource } from 'typeorm';
import { DatabaseClient } from '../database/database-client.js';

/** A connection without the limits of the service, since a backup takes the time that it takes. */
export async function connectBeside(dataSource: DataSource, purpose: string): Promise<Client> {
  const { url, applicationName } = dataSource.options as { url: string; applicationName: string };
  const client = new DatabaseClient({ connectionString: url, application_name: `${applicationName} ${purpose}` });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
