import { TEXTS } from '../texts.js';
import { Button } from './button.js';
import { ProblemView } from './states.js';

/** What a list that is read page by page tells of its next page. */
export interface NextPageOf {
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<{ isError: boolean }>;
}

/** Brings the next page of a list, and says why it did not come. */
export function NextPage({ query, label = TEXTS.states.more }: { query: NextPageOf; label?: string }) {
  if (!query.hasNextPage) return null;
  return (
    <>
      {query.isFetchNextPageError && <ProblemView error={query.error} />}
      <div>
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {label}
        </Button>
      </div>
    </>
  );
}
