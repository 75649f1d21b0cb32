import { type ApprovalDecision, type PolicyChangeDetailsResponse } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../data/client.js';
import { cancelChange, decideChange, policyChangeQuery } from '../../data/governance.js';
import { policyQuery } from '../../data/policy.js';
import { meQuery } from '../../data/session.js';
import { ActionDialog, TextField } from '../../parts/action-dialog.js';
import { Button } from '../../parts/button.js';
import { useDraft } from '../../parts/draft.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Page, Panel, Section } from '../../parts/page.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { parsePolicy, type PolicyDocument } from '../../policy/policy-document.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { TEXTS } from '../../texts.js';
import { DifferenceView } from './difference-view.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS.change;

/** A change of a policy that others approve before it is in force: what it changes, what that would have meant, who decided. */
export function PolicyChangePage() {
  const { change: id } = useParams({ from: '/shell/policy-changes/$change' });
  const query = useQuery(policyChangeQuery(id));
  const change = query.data;
  return (
    <Page
      title={texts.title}
      beside={change && <Beside change={change} />}
      actions={change?.status === 'awaiting_approval' && <Actions change={change} />}
    >
      <Loaded query={query} lines={6}>
        {(found) => <Change change={found} />}
      </Loaded>
    </Page>
  );
}

interface ChangeProps {
  change: PolicyChangeDetailsResponse;
}

function Beside({ change: { model, status, requestedBy, requestedAt } }: ChangeProps) {
  return (
    <>
      {model === null ? (
        <Link to="/policy">{POLICY_TEXTS.defaultTitle}</Link>
      ) : (
        <Link to="/models/$model/policy" params={{ model }}>
          <Stored text={POLICY_TEXTS.of(model)} />
        </Link>
      )}
      <span>{texts.statuses[status]}</span>
      <span>
        <Time at={requestedAt} /> {TEXTS.home.by} <Person subject={requestedBy} />
      </span>
    </>
  );
}

function Actions({ change }: ChangeProps) {
  const { data: me } = useQuery(meQuery);
  const [key] = useState(newKey);
  const [decision, setDecision] = useState<ApprovalDecision | null>(null);
  const cancel = useMutation({ mutationFn: () => cancelChange(change.id, key) });
  const { allowed, reason } = change.mayDecide;
  const lock = allowed ? null : (reason ?? TEXTS.transition.bars.FORBIDDEN);
  return (
    <>
      {me?.subject === change.requestedBy && (
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {TEXTS.transition.withdraw}
        </Button>
      )}
      <Button look="destructive" locked={lock} onClick={() => setDecision('reject')}>
        {TEXTS.transition.reject}
      </Button>
      <Button look="primary" locked={lock} onClick={() => setDecision('approve')}>
        {TEXTS.transition.approve}
      </Button>
      {cancel.error && <ProblemView error={cancel.error} />}
      {decision && <DecisionDialog change={change} decision={decision} onClose={() => setDecision(null)} />}
    </>
  );
}

function DecisionDialog({
  change: { id, effect },
  decision,
  onClose,
}: ChangeProps & { decision: ApprovalDecision; onClose: () => void }) {
  const [comment, setComment] = useDraft(`policy-change ${id}`);
  const isApproval = decision === 'approve';
  const body = { decision, ...(comment.trim() && { comment: comment.trim() }) };
  return (
    <ActionDialog
      title={isApproval ? texts.approveTitle : texts.rejectTitle}
      action={isApproval ? texts.approveDo : texts.rejectDo}
      look={isApproval ? 'primary' : 'destructive'}
      send={(key) => decideChange(id, body, key)}
      onDone={() => {
        setComment('');
        onClose();
      }}
      onClose={onClose}
    >
      {effect && <p>{texts.effect(effect.promotions, effect.newlyRefused, effect.newlyLetThrough)}</p>}
      <TextField
        label={TEXTS.transition.comment}
        hint={TEXTS.transition.commentHint}
        value={comment}
        onChange={setComment}
        isLong
      />
    </ActionDialog>
  );
}

function Change({ change }: ChangeProps) {
  const { model, status, document, effect, approvals, demand, detail, revision } = change;
  const inForce = useQuery({ ...policyQuery(model), enabled: status === 'awaiting_approval' });
  const after = document as PolicyDocument;
  const before = (inForce.data && parsePolicy(JSON.stringify(inForce.data.policy.document ?? {}))) ?? {};
  const lacking = demand.lacking.map(({ count, role }) => TEXTS.transition.approvals(count, role));
  return (
    <>
      <Panel>
        {detail && (
          <p>
            <Stored text={detail} />
          </p>
        )}
        {revision !== null && <p>{POLICY_TEXTS.saved(revision)}</p>}
        {status === 'awaiting_approval' && lacking.length > 0 && (
          <p>
            <Stored text={`${TEXTS.transition.waits}: ${lacking.join(', ')}.`} />
          </p>
        )}
        {effect && <p>{texts.effect(effect.promotions, effect.newlyRefused, effect.newlyLetThrough)}</p>}
        {approvals.map(({ actor, decision, decidedAt, comment }) => (
          <p key={actor} className={styles.second}>
            {decision === 'approve' ? TEXTS.transition.approved : TEXTS.transition.rejected} <Time at={decidedAt} />{' '}
            {TEXTS.home.by} <Person subject={actor} /> {comment && <Stored text={comment} />}
          </p>
        ))}
      </Panel>
      <Section title={status === 'awaiting_approval' ? texts.changes : texts.document}>
        <DifferenceView before={before} after={after} />
      </Section>
    </>
  );
}
