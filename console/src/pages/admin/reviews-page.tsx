import { type ReviewResponse, type ReviewStatus } from '@stagegate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { reviewsQuery } from '../../data/governance.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { ChoiceFilter, Filters } from '../../parts/filters.js';
import { pageStyles } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Empty } from '../../parts/states.js';
import { CloseReviewButton } from '../../remedies/close-review.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';
import { AdminPage } from './admin-page.js';

const texts = GOVERNANCE_TEXTS.review;

export function ReviewsPage() {
  const { status } = useSearch({ from: '/shell/admin/reviews' });
  const navigate = useNavigate({ from: '/admin/reviews' });
  const query = useInfiniteQuery(reviewsQuery(status));
  const ask = (next: string) =>
    void navigate({ search: { status: (next || undefined) as ReviewStatus | undefined }, replace: true });
  return (
    <AdminPage part="reviews">
      <Filters>
        <ChoiceFilter label={texts.status} value={status ?? ''} onChange={ask}>
          <option value="">{texts.any}</option>
          {Object.entries(texts.statuses).map(([name, word]) => (
            <option key={name} value={name}>
              {word}
            </option>
          ))}
        </ChoiceFilter>
      </Filters>
      <PagedTable
        key={status}
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ id }) => id}
        row={(review) => <ReviewCells review={review} />}
        empty={<Empty>{status === undefined ? texts.empty : texts.filtered}</Empty>}
      />
    </AdminPage>
  );
}

function ReviewCells({ review }: { review: ReviewResponse }) {
  const { columns } = texts;
  const { model, version, transitionId, status, openedAt, openedBy, dueAt, outcome, closedBy } = review;
  return (
    <>
      <td>
        <Link to="/transitions/$transition" params={{ transition: transitionId }} className={pageStyles.strong}>
          <Stored text={model} /> {version}
        </Link>
      </td>
      <td data-label={columns.opened}>
        <Time at={openedAt} />
      </td>
      <td data-label={columns.by}>
        <Person subject={openedBy} />
      </td>
      <td data-label={columns.due}>
        <Time at={dueAt} />
      </td>
      <td data-label={columns.status}>{texts.statuses[status]}</td>
      <td data-label={columns.outcome}>
        {outcome === null ? '–' : <Stored text={outcome} />} {closedBy && <Person subject={closedBy} />}
      </td>
      <td>{status !== 'closed' && <CloseReviewButton review={review} />}</td>
    </>
  );
}
