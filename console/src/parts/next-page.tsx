import { TEXTS } from '../texts.js';
import { Button } from './button.js';
import { ProblemView } from './states.js';

interface Pages {
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** Asks for the next page of a list, and says why it did not come; to try again is to read the list anew. */
export function NextPage({ query, label = TEXTS.states.more }: { query: Pages; label?: string }) {
  if (!query.hasNextPage) return null;
  return (
    <div>
      {query.isFetchNextPageError && <ProblemView error={query.error} onRetry={() => void query.refetch()} />}
      <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
        {label}
      </Button>
    </div>
  );
}
