import { ConnectionError, ForbiddenError, NotFoundError, ProblemError, UnauthenticatedError } from '@stagegate/client';
import { type ReactNode } from 'react';
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

/** What went wrong in the service's own words, with what it takes to ask about it; what is forbidden is not tried again. */
export function ProblemView({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  // Signing in again shows the page as it was.
  if (error instanceof UnauthenticatedError) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  const sentence =
    error instanceof NotFoundError
      ? `${TEXTS.states.notFound} ${error.problem.detail}`
      : (problem?.detail ?? (error instanceof ConnectionError ? error.message : TEXTS.states.failed));
  return (
    <div className={styles.problem} role="alert">
      <p>
        <Stored text={sentence} />
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

interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What a query answered, or how it stands with it; what was read once stays while it is asked for again. */
export function Loaded<Data>({
  query,
  lines,
  children,
}: {
  query: Asked<Data>;
  lines?: number;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemView error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={lines} />;
}
