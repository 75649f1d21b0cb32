import { type EventResponse, events, listEvents } from '@stagegate/client';
import { type Command } from 'commander';
import { count } from '../parsers.js';
import { action, type Session } from '../session.js';
import { minute } from '../text/table.js';

const USUAL_LIMIT = 50;

interface EventsOptions {
  follow?: true;
  model?: string;
  modelPrefix?: string;
  type?: string[];
  cursor?: string;
  limit?: number;
}

export function addEvents(program: Command): void {
  program
    .command('events')
    .description('Shows the events of the registry, oldest first, or each as it happens')
    .option('-f, --follow', 'shows what happens from now on, as it happens, until it is interrupted')
    .option('--model <model>', 'only what concerns this model, under its other names too')
    .option('--model-prefix <prefix>', 'only what concerns models whose names begin so')
    .option(
      '--type <type...>',
      'only events of this type, such as dev.stagegate.transition.applied.v1; may be repeated',
    )
    .option('--cursor <id>', 'only what comes after the event of this id; now for what is still to come')
    .option('-n, --limit <count>', `how many to show at most; ${USUAL_LIMIT} unless given or followed`, count)
    .action(action(showEvents));
}

/** A line for each as it is read, of JSON where that is asked for, so that a program may follow, too. */
async function showEvents(session: Session, options: EventsOptions): Promise<void> {
  const { follow, limit = follow ? Infinity : USUAL_LIMIT } = options;
  let shown = 0;
  for await (const event of follow ? followed(session, options) : told(session, options)) {
    process.stdout.write(session.json ? `${JSON.stringify(event)}\n` : '');
    session.show([eventLine(event)]);
    shown += 1;
    if (shown >= limit) return;
  }
}

function followed({ client }: Session, options: EventsOptions): AsyncGenerator<EventResponse, void, undefined> {
  return events({ client, query: { ...queryOf(options), cursor: options.cursor ?? 'now' } });
}

/** What happened up to now. */
async function* told({ client }: Session, options: EventsOptions): AsyncGenerator<EventResponse, void, undefined> {
  const { limit = USUAL_LIMIT } = options;
  for (let cursor = options.cursor; ;) {
    const query = { ...queryOf(options), limit: Math.min(limit, 200), cursor };
    const page = await listEvents({ client, query });
    if (page.items.length === 0) return;
    yield* page.items;
    cursor = page.nextCursor;
  }
}

function queryOf({ model, modelPrefix, type }: EventsOptions): {
  model?: string;
  modelPrefix?: string;
  type?: string[];
} {
  return { model, modelPrefix, type };
}

function eventLine({ time, data }: EventResponse): string {
  const { action, actor, model, version } = data;
  const about = [model, version].filter((one) => one !== null && one !== undefined).join(' ');
  return [minute(time), action, ...(about === '' ? [] : [about]), `by ${actor}`].join('  ');
}
