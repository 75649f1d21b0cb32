import { type ReviewResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endReview } from '../data/governance.js';
import { useMay } from '../data/permissions.js';
import { meQuery } from '../data/session.js';
import { ActionDialog, TextField } from '../parts/action-dialog.js';
import { Button } from '../parts/button.js';
import { GOVERNANCE_TEXTS } from '../texts/governance.js';

const texts = GOVERNANCE_TEXTS.review;

/** Closes the review of an emergency, which another person does than whoever asked for it. */
export function CloseReviewButton({ review }: { review: ReviewResponse }) {
  const { model, version, openedBy } = review;
  const { data: me } = useQuery(meQuery);
  const may = useMay('transition:decide', model);
  const [isOpen, setOpen] = useState(false);
  const lock = may ? null : texts.mayNot;
  return (
    <>
      <Button
        small
        locked={me?.subject === openedBy ? texts.own : lock}
        aria-label={texts.closeOf(model, version)}
        onClick={() => setOpen(true)}
      >
        {texts.close}
      </Button>
      {isOpen && <CloseReviewDialog review={review} onClose={() => setOpen(false)} />}
    </>
  );
}

function CloseReviewDialog({ review, onClose }: { review: ReviewResponse; onClose: () => void }) {
  const { id, model, version } = review;
  const [outcome, setOutcome] = useState('');
  const [comment, setComment] = useState('');
  const body = { outcome: outcome.trim(), ...(comment.trim() && { comment: comment.trim() }) };
  return (
    <ActionDialog
      title={texts.closeTitle(model, version)}
      action={texts.closeDo}
      locked={body.outcome === '' ? texts.needsOutcome : null}
      send={(key) => endReview(id, body, key)}
      onClose={onClose}
    >
      <TextField label={texts.outcome} hint={texts.outcomeHint} value={outcome} onChange={setOutcome} />
      <TextField label={texts.comment} value={comment} onChange={setComment} isLong />
    </ActionDialog>
  );
}
