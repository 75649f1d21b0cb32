import { ConnectionError, ForbiddenError, NotFoundError, ProblemError, UnauthenticatedError } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { meQuery } from '../data/session.js';
import { formatClock } from '../format/times.js';
import { TEXTS } from '../texts.js';
import { Button } from './button.js';
import { CopyButton, Stored } from './facts.js';
import styles from './states.module.css';
import { visibleText } from '../format/identifiers.js';

/** Lines where the answer will be; they show after a moment, so that a quick answer does not flash. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className={styles.bones} role="status" aria-label={TEXTS.states.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles.bone} />
      ))}
    </div>
  );
}

export function Command({ text }: { text: string }) {
  return (
    <div className={styles.command} tabIndex={0} role="group" aria-label={visibleText(text)}>
      <code>
        <Stored text={text} />
      </code>
      <CopyButton text={text} />
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>;
}

function sentenceOf(error: unknown): string {
  if (error instanceof NotFoundError) return `${TEXTS.states.notFound} ${error.problem.detail}`;
  if (error instanceof ProblemError) return error.problem.detail;
  return error instanceof ConnectionError ? error.message : TEXTS.states.failed;
}

/** What went wrong in the service's own words, with what it takes to ask about it; what is forbidden is not tried again. */
export function ProblemView({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  // Signing in again shows the page as it was.
  if (error instanceof UnauthenticatedError) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <div className={styles.problem} role="alert">
      <p>
        <Stored text={sentenceOf(error)} />
      </p>
      {problem && (
        <p className={styles.details}>
          <code>{problem.code}</code>
          <span>
            {TEXTS.states.request} <code>{problem.requestId}</code>
            <CopyButton text={problem.requestId} />
          </span>
        </p>
      )}
      {onRetry && !(error instanceof ForbiddenError) && <Button onClick={onRetry}>{TEXTS.states.again}</Button>}
    </div>
  );
}

export interface Asked<Data> {
  data: Data | undefined;
  dataUpdatedAt: number;
  error: unknown;
  /** When it failed the last time; that is kept while it is asked for again. */
  errorUpdatedAt: number;
  /** Whether it was the next page that did not come, which is said where it would be. */
  isFetchNextPageError?: boolean;
  refetch: () => unknown;
}

/** Says of what was read once that it could not be read again; that nothing is reached at all is said of the whole console. */
function Outdated({ query: { dataUpdatedAt, error, refetch } }: { query: Asked<unknown> }) {
  const { error: ofAll } = useQuery(meQuery);
  if (ofAll instanceof ConnectionError) return null;
  return (
    <p className={styles.outdated} role="status">
      {TEXTS.states.outdated(formatClock(dataUpdatedAt))} <Stored text={sentenceOf(error)} />
      {!(error instanceof ForbiddenError) && (
        <Button small onClick={() => void refetch()}>
          {TEXTS.states.again}
        </Button>
      )}
    </p>
  );
}

/**
 * Why something could not be read the last time, until that is known anew: at each asking the query itself forgets it. That nobody
 * was signed in is over once somebody asks again.
 */
export function useLastError({ error, errorUpdatedAt: at }: Pick<Asked<unknown>, 'error' | 'errorUpdatedAt'>): unknown {
  const [last, setLast] = useState({ error, at });
  if (error != null && error !== last.error) setLast({ error, at });
  const isKept = at === last.at && !(last.error instanceof UnauthenticatedError);
  return error ?? (isKept ? last.error : null);
}

/** Why a next page did not come the last time; the query forgets whose error it has while the list is read anew. */
function useNextPageError({ error, isFetchNextPageError }: Asked<unknown>): unknown {
  const [last, setLast] = useState<unknown>(null);
  if (isFetchNextPageError !== true || error === last) return last;
  setLast(error);
  return error;
}

/** What a query answered, or how it stands with it; what was read or failed once stays while it is asked for again. */
export function Loaded<Data>({
  query,
  lines,
  children,
}: {
  query: Asked<Data>;
  lines?: number;
  children: (data: Data) => ReactNode;
}) {
  const failed = useLastError(query);
  const ofNextPage = useNextPageError(query);
  // Whoever is not signed in any more sees that, and is not asked after once more.
  const isOutdated = query.error != null && !(query.error instanceof UnauthenticatedError);
  if (query.data !== undefined)
    return (
      <>
        {isOutdated && query.error !== ofNextPage && <Outdated query={query} />}
        {children(query.data)}
      </>
    );
  if (failed) return <ProblemView error={failed} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines} />;
}
