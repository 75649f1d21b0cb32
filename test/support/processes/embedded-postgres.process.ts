import pg from 'pg';
import {
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '../../../src/platform/embedded-postgres/embedded-postgres.js';

/** A program that does what the service does with its database, for specs that end it in every possible way. */
export type Report =
  | { event: 'ready'; url: string; owner: boolean }
  | { event: 'failed'; reason: string }
  | { event: 'database-died'; reason: string }
  | { event: 'interrupted'; answer: number };

function report(entry: Report): void {
  process.stdout.write(`${JSON.stringify(entry)}\n`);
}

async function main(options: Pick<EmbeddedPostgresOptions, 'dir' | 'attach' | 'env'>): Promise<void> {
  const env = { PATH: process.env.PATH, ...options.env };
  const server = await startEmbeddedPostgres({ ...options, env, log: () => undefined });
  server.onUnexpectedExit((reason) => {
    report({ event: 'database-died', reason });
    process.exit(1);
  });
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  process.once('SIGINT', () => void finishRequest(server.url).then(() => server.stop().then(() => process.exit(0))));
  // Without a service around it nothing else would keep this process running.
  setInterval(() => undefined, 60_000);
  report({ event: 'ready', url: server.url, owner: server.owner });
}

/** A request that is under way when Ctrl-C comes, and takes long enough for a fast shutdown to overtake it. */
async function finishRequest(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query('SELECT 42 AS answer FROM pg_sleep(0.3)');
  await client.end();
  report({ event: 'interrupted', answer: rows[0].answer });
}

main(JSON.parse(process.argv[2] ?? '{}')).catch((error: Error) => {
  report({ event: 'failed', reason: error.message });
  process.exit(1);
});
