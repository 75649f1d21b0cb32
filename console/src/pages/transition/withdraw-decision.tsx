import { type TransitionResponse } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { takeDecisionBack } from '../../data/governance.js';
import { meQuery } from '../../data/session.js';
import { Button } from '../../parts/button.js';
import { ProblemView } from '../../parts/states.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';

/** Takes back what the reader decided, while that counts: a rejection opens the request again. */
export function WithdrawDecision({ transition: { id, status, approvals } }: { transition: TransitionResponse }) {
  const { data: me } = useQuery(meQuery);
  const work = useMutation({ mutationFn: () => takeDecisionBack(id) });
  const isOpen = status === 'awaiting_approval' || status === 'rejected';
  const isMine = approvals.some(({ actor, state }) => actor === me?.subject && state === 'counts');
  return (
    <>
      {isOpen && isMine && (
        <Button disabled={work.isPending} onClick={() => work.mutate()}>
          {GOVERNANCE_TEXTS.decision.takeBack}
        </Button>
      )}
      {work.error && <ProblemView error={work.error} />}
    </>
  );
}
