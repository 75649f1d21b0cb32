import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type AuditEventResponse } from '@stagegate/client';
import { auditFilter, type EventsAsked, eventsQuery, newerEventsQuery } from '../../data/record.js';
import { byDay, exportPath } from '../../format/record.js';
import { Button, buttonClass } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { Newer } from '../../parts/newer.js';
import { Page, Section } from '../../parts/page.js';
import { NextPage } from '../../parts/next-page.js';
import { Empty, Loaded } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { RECORD_TEXTS } from '../../texts/record.js';
import { EventRow } from './event-row.js';
import { RecordFilters } from './record-filters.js';
import { SignedCheckpoint } from './signed-checkpoint.js';
import { Verification } from './verification.js';
import styles from './record.module.css';

const texts = RECORD_TEXTS;

export function RecordPage() {
  const { actor, action, model, version, last, from, to } = useSearch({ from: '/shell/record' });
  const asked = { actor, action, model, version, last, from, to };
  const query = useInfiniteQuery(eventsQuery(asked));
  return (
    <Page title={texts.title} actions={<Actions asked={asked} />}>
      <Section title={texts.verification.title}>
        <Verification />
        <SignedCheckpoint />
      </Section>
      <RecordFilters />
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const events = pages.flatMap(({ items }) => items);
          return (
            <>
              <Since asked={asked} after={events[0]?.sequence ?? 0} onShow={() => void query.refetch()} />
              {events.length === 0 ? <Nothing asked={asked} /> : <Days events={events} />}
              <NextPage query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Actions({ asked }: { asked: EventsAsked }) {
  return (
    <>
      <Link to="/record/production" className={buttonClass()}>
        {texts.inProduction}
      </Link>
      <a
        className={buttonClass()}
        href={exportPath(auditFilter(asked))}
        download="audit-events.ndjson"
        title={texts.exportHint}
      >
        {texts.export}
      </a>
    </>
  );
}

function Since({ asked, after, onShow }: { asked: EventsAsked; after: number; onShow: () => void }) {
  const { data: count = 0 } = useQuery({ ...newerEventsQuery(asked, after), enabled: asked.to === undefined });
  return <Newer count={count} onShow={onShow} />;
}

/** Names what hides every event, with the way to take it away. */
function Nothing({ asked }: { asked: EventsAsked }) {
  const navigate = useNavigate({ from: '/record' });
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  if (given.length === 0) return <Empty>{texts.empty}</Empty>;
  return (
    <Empty>
      <p>
        {texts.filtered} <Stored text={given.map(([name, value]) => `${name} ${value}`).join(', ')} />
      </p>
      <Button onClick={() => void navigate({ search: ({ verification }) => ({ verification }) })}>
        {TEXTS.states.clear}
      </Button>
    </Empty>
  );
}

function Days({ events }: { events: readonly AuditEventResponse[] }) {
  const { open, raw } = useSearch({ from: '/shell/record' });
  const navigate = useNavigate({ from: '/record' });
  const change = (changes: { open?: number; raw?: true }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false });
  return byDay(events, new Date()).map(([day, ofDay]) => (
    <Section key={day} title={day} count={ofDay.length}>
      <ul className={styles.events}>
        {ofDay.map((event) => (
          <EventRow
            key={event.sequence}
            event={event}
            isOpen={open === event.sequence}
            isRaw={raw === true}
            onToggle={() => change({ open: open === event.sequence ? undefined : event.sequence })}
            onRaw={(isRaw) => change({ raw: isRaw || undefined })}
          />
        ))}
      </ul>
    </Section>
  ));
}
