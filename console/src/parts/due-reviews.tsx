import { type ReviewResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dueReviewsQuery, PAGE } from '../data/governance.js';
import { CloseReviewButton } from '../remedies/close-review.js';
import { TEXTS } from '../texts.js';
import { GOVERNANCE_TEXTS } from '../texts/governance.js';
import { Person, Stored, Time } from './facts.js';
import { Mark } from './marks.js';
import { RareSection } from './rare-section.js';
import { rowStyles } from './transition-row.js';

const texts = GOVERNANCE_TEXTS.review;

/** Reviews that somebody has yet to close, of a model or of all; nothing while there is none. */
export function DueReviews({ model }: { model?: string }) {
  const query = useQuery(dueReviewsQuery(model));
  return (
    <RareSection
      query={query}
      title={texts.title}
      most={PAGE}
      row={(review) => <DueReview key={review.id} review={review} />}
    />
  );
}

function DueReview({ review }: { review: ReviewResponse }) {
  const { model, version, transitionId, status, openedBy, dueAt } = review;
  return (
    <li className={rowStyles.row} data-row="">
      <Mark status={status === 'overdue' ? 'FAIL' : 'INCONCLUSIVE'} />
      <span className={rowStyles.grow}>
        <Link to="/transitions/$transition" params={{ transition: transitionId }} className={rowStyles.strong}>
          <Stored text={model} /> · {texts.of(version)}
        </Link>
        {status === 'overdue' && <span className={rowStyles.second}> · {texts.overdue}</span>}
      </span>
      <span className={rowStyles.second}>
        {TEXTS.home.by} <Person subject={openedBy} />
      </span>
      <span className={rowStyles.second}>
        {texts.due} <Time at={dueAt} />
      </span>
      <CloseReviewButton review={review} />
    </li>
  );
}
