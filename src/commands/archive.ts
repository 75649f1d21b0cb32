import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type DataSource } from 'typeorm';
import { readConfig, type Config } from '../platform/config.js';
import { pendingMigrations } from '../platform/database/migrate.js';
import { type ArchiveOrder, Archivist } from '../record/archive/archivist.service.js';
import { listSegments } from '../record/audit/archive.queries.js';
import { forgetStream, KAFKA } from '../record/streams/stream-positions.queries.js';
import { applicationOf } from './application.js';
import { runCommand, withDatabase } from './run.js';

const USAGE = `Usage: npm run archive -- --before TIME --to FOLDER [--events NUMBER]
       npm run archive -- --list
       npm run archive -- --forget-kafka

Moves the events from before TIME into sealed files of FOLDER, oldest first, at most 20000 in each unless --events says otherwise.
With --forget-kafka, a Kafka that is no longer set up does not keep events from being archived any more.`;

const OPTIONS = {
  before: { type: 'string' },
  to: { type: 'string' },
  events: { type: 'string', default: '20000' },
  list: { type: 'boolean', default: false },
  'forget-kafka': { type: 'boolean', default: false },
} as const;
const MOST_EVENTS = 1_000_000;

/** `npm run archive`: as the owner of the tables, while the service runs or stands. */
async function archive(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const config = readConfig();
  const order = values.list || values['forget-kafka'] ? null : readOrder(values);
  await withDatabase(config, async (dataSource) => {
    if ((await pendingMigrations(dataSource)).length > 0)
      throw new Error('The database does not have the schema of this program. Run npm run migration:run first.');
    if (order !== null) return archiveAll(config, dataSource, order);
    return values.list ? list(dataSource) : forgetKafka(config, dataSource);
  });
}

/** @throws with the usage when something is missing */
function readOrder({ before, to, events }: { before?: string; to?: string; events: string }): ArchiveOrder {
  const time = new Date(before ?? '');
  const mostEvents = /^\d{1,7}$/.test(events) ? Number(events) : 0;
  const isSound = to !== undefined && !Number.isNaN(time.getTime()) && mostEvents >= 1 && mostEvents <= MOST_EVENTS;
  if (!isSound || time > new Date()) throw new Error(USAGE);
  return { before: time, folder: resolve(to), mostEvents };
}

async function archiveAll(config: Config, dataSource: DataSource, order: ArchiveOrder): Promise<string> {
  const archivist = (await applicationOf(config, dataSource)).get(Archivist);
  for (;;) {
    const archived = await archivist.archiveNext(order);
    if ('nothing' in archived) return archived.nothing;
    const { segment, file } = archived;
    process.stdout.write(`${file} holds events ${segment.first} to ${segment.last}, ${segment.events} of them.\n`);
  }
}

/** @throws while the service is told to send there, since it would begin anew */
async function forgetKafka({ events }: Config, { manager }: DataSource): Promise<string> {
  if (events.kafka !== null)
    throw new Error('STAGEGATE_KAFKA_BROKERS is set. Unset it for the service and here first.');
  const wasKnown = await forgetStream(manager, KAFKA);
  return wasKnown ? 'It is forgotten up to where Kafka was sent events.' : 'Kafka was never sent events.';
}

async function list(dataSource: DataSource): Promise<string> {
  const segments = await listSegments(dataSource.manager);
  if (segments.length === 0) return 'Nothing was archived.';
  return segments
    .map(({ number, first, last, events, lastAt, fileDigest }) =>
      [
        `segment ${number}`,
        `events ${first}-${last}`,
        events,
        `until ${lastAt.toISOString()}`,
        `sha256 ${fileDigest}`,
      ].join('  '),
    )
    .join('\n');
}

runCommand(archive);
