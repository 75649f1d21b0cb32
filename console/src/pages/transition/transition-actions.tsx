import { type TransitionResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { withdraw } from '../../data/actions.js';
import { useMay } from '../../data/permissions.js';
import { meQuery } from '../../data/session.js';
import { Button } from '../../parts/button.js';
import { useKeyedWork } from '../../parts/keyed-work.js';
import { ProblemView } from '../../parts/states.js';
import { useKeys } from '../../shell/keys.js';
import { TEXTS } from '../../texts.js';
import { DecisionDialog } from './decision-dialog.js';
import { decisionLock } from './decision-lock.js';

const texts = TEXTS.transition;

/** What can be done with a request that waits. */
export function TransitionActions({ transition }: { transition: TransitionResponse }) {
  const { data: me } = useQuery(meQuery);
  const mayCancel = useMay('transition:cancel', transition.model);
  const navigate = useNavigate({ from: '/transitions/$transition' });
  const cancel = useKeyedWork({ send: (key) => withdraw(transition.id, key) });
  const lock = me ? decisionLock(transition, me) : texts.bars.FORBIDDEN;
  const open = (next: 'approve' | 'reject') => void navigate({ search: { dialog: next }, replace: true });
  useKeys({ a: () => lock ?? open('approve'), x: () => lock ?? open('reject') });
  return (
    <>
      {me?.subject === transition.requestedBy && mayCancel && (
        <Button onClick={() => cancel.mutate()} disabled={cancel.isPending}>
          {texts.withdraw}
        </Button>
      )}
      <Button look="destructive" locked={lock} onClick={() => open('reject')}>
        {texts.reject}
      </Button>
      <Button look="primary" locked={lock} onClick={() => open('approve')}>
        {texts.approve}
      </Button>
      {cancel.error && <ProblemView error={cancel.error} />}
    </>
  );
}

/**
 * The dialog that the address asks for. Once open it stays until it is closed: a decision that comes too late is answered
 * when the request has its outcome already.
 */
export function Decision({ transition }: { transition: TransitionResponse }) {
  const { data: me } = useQuery(meQuery);
  const { dialog } = useSearch({ from: '/shell/transitions/$transition' });
  const navigate = useNavigate({ from: '/transitions/$transition' });
  const [isOpen, setOpen] = useState(false);
  const mayOpen = me !== undefined && decisionLock(transition, me) === null;
  if (dialog && mayOpen && !isOpen) setOpen(true);
  if (!dialog && isOpen) setOpen(false);
  if (!dialog || !isOpen) return null;
  const close = () => void navigate({ search: {}, replace: true });
  return <DecisionDialog key={dialog} transition={transition} kind={dialog} onClose={close} />;
}
