import { type SessionResponse } from '@stagegate/client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { endSessionOf, sessionsQuery } from '../../data/admin.js';
import { visibleText } from '../../format/identifiers.js';
import { Button } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Empty, ProblemView } from '../../parts/states.js';
import { ADMIN_TEXTS } from '../../texts/admin.js';
import { AdminPage } from './admin-page.js';
import styles from './admin.module.css';

const texts = ADMIN_TEXTS.sessions;

export function SessionsPage() {
  const query = useInfiniteQuery(sessionsQuery);
  const end = useMutation({ mutationFn: endSessionOf });
  return (
    <AdminPage part="sessions">
      <p className={styles.second}>{texts.hint}</p>
      {end.error && <ProblemView error={end.error} />}
      <PagedTable
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ id }) => id}
        row={(session) => (
          <SessionCells session={session} isPending={end.isPending} onEnd={() => end.mutate(session.id)} />
        )}
        empty={<Empty>{texts.empty}</Empty>}
      />
    </AdminPage>
  );
}

/** The browser's and the system's name out of what a browser calls itself, which nobody reads whole. */
function browserOf(userAgent: string): string {
  const browser = /(Firefox|Edg|OPR|HeadlessChrome|Chrome|Safari)\/(\d+)/.exec(userAgent);
  const system = /\(([^;)]+)/.exec(userAgent)?.[1];
  return browser ? [`${browser[1]} ${browser[2]}`, system].filter(Boolean).join(', ') : userAgent;
}

interface SessionCellsProps {
  session: SessionResponse;
  isPending: boolean;
  onEnd: () => void;
}

function SessionCells({ session, isPending, onEnd }: SessionCellsProps) {
  const { columns } = texts;
  const { subject, userAgent, address, startedAt, lastSeenAt, endsAt, isCurrent } = session;
  return (
    <>
      <td>
        <Person subject={subject} />
      </td>
      <td data-label={columns.browser} title={visibleText(userAgent ?? '')}>
        {userAgent === null ? texts.unknown : <Stored text={browserOf(userAgent)} />}
      </td>
      <td data-label={columns.address}>
        <Stored text={address} />
      </td>
      <td data-label={columns.started}>
        <Time at={startedAt} />
      </td>
      <td data-label={columns.seen}>
        <Time at={lastSeenAt} />
      </td>
      <td data-label={columns.ends}>
        <Time at={endsAt} />
      </td>
      <td>
        {isCurrent ? (
          <span className={styles.second}>{texts.here}</span>
        ) : (
          <Button
            small
            look="destructive"
            disabled={isPending}
            aria-label={texts.endOf(subject, address)}
            onClick={onEnd}
          >
            {texts.end}
          </Button>
        )}
      </td>
    </>
  );
}
