import { TEXTS } from '../texts.js';
import { Button } from './button.js';
import { ProblemView } from './states.js';

/** What a list that is read page by page tells of its next page. */
export interface NextPageOf {
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: (options?: { cancelRefetch?: boolean }) => Promise<{ isFetchNextPageError: boolean }>;
}

/** Brings the next page of a list, and says why it did not come; to try again is to read the list anew. */
export function NextPage({ query, label = TEXTS.states.more }: { query: NextPageOf; label?: string }) {
  if (!query.hasNextPage) return null;
  return (
    <>
      {query.isFetchNextPageError && <ProblemView error={query.error} onRetry={() => void query.refetch()} />}
      <div>
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {label}
        </Button>
      </div>
    </>
  );
}
