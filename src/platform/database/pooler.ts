import { Client } from 'pg';
import { type Pooler } from '../config/database.js';

/** Whether a pooler stands before the database: it names another process than the one that answers. */
export async function findPooler(url: string, configured: Pooler, waitSeconds: number): Promise<boolean> {
  if (configured !== 'auto') return configured === 'transaction';
  const client = new Client({
    connectionString: url,
    application_name: 'stagegate start',
    connectionTimeoutMillis: waitSeconds * 1000,
    query_timeout: waitSeconds * 1000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return rows[0]!.pid !== (client as unknown as { processID: number }).processID;
  } finally {
    await client.end();
  }
}
