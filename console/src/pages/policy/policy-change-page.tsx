import { type ApprovalDecision, type MeasureStatus, type PolicyChangeDetailsResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { cancelChange, decideChange, policyChangeQuery } from '../../data/governance.js';
import { policyQuery } from '../../data/policy.js';
import { meQuery } from '../../data/session.js';
import { ActionDialog, TextField } from '../../parts/action-dialog.js';
import { Button } from '../../parts/button.js';
import { useDraft } from '../../parts/draft.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { useKeyedWork } from '../../parts/keyed-work.js';
import { Mark } from '../../parts/marks.js';
import { ModelHeading } from '../../parts/model-heading.js';
import { Notice } from '../../parts/notice.js';
import { Page, Panel, Section } from '../../parts/page.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { type PolicyDocument } from '../../policy/policy-document.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { TEXTS } from '../../texts.js';
import { DifferenceView } from './difference-view.js';
import { ownDocument } from './draft.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS.change;

const MARKS = {
  awaiting_approval: 'INCONCLUSIVE',
  applied: 'PASS',
  rejected: 'FAIL',
  cancelled: 'SKIPPED',
  stale: 'SKIPPED',
} satisfies Record<PolicyChangeDetailsResponse['status'], MeasureStatus>;

/** A change of a policy that others approve before it is in force: what it changes, what that would have meant, who decided. */
export function PolicyChangePage() {
  const { change: id } = useParams({ from: '/shell/policy-changes/$change' });
  const query = useQuery(policyChangeQuery(id));
  const change = query.data;
  return (
    <Page
      {...headOf(change)}
      beside={change && <Beside change={change} />}
      actions={change?.status === 'awaiting_approval' && <Actions change={change} />}
    >
      <Notice>{change && <Outcome change={change} />}</Notice>
      <Loaded query={query} lines={6}>
        {(found) => <Change change={found} />}
      </Loaded>
    </Page>
  );
}

function headOf(change: PolicyChangeDetailsResponse | undefined) {
  if (change === undefined) return { title: texts.title };
  const { model } = change;
  if (model === null) return { title: texts.ofDefault };
  return { title: texts.of(model), heading: <ModelHeading model={model}>{texts.heading}</ModelHeading> };
}

interface ChangeProps {
  change: PolicyChangeDetailsResponse;
}

function Beside({ change: { model, status, requestedBy, requestedAt } }: ChangeProps) {
  return (
    <>
      <PolicyLink model={model} />
      <span>{texts.statuses[status]}</span>
      <span>
        <Time at={requestedAt} /> {TEXTS.home.by} <Person subject={requestedBy} />
      </span>
    </>
  );
}

function Actions({ change }: ChangeProps) {
  const { data: me } = useQuery(meQuery);
  const [decision, setDecision] = useState<ApprovalDecision | null>(null);
  const cancel = useKeyedWork({ send: (key) => cancelChange(change.id, key) });
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
  change: { id, model, effect },
  decision,
  onClose,
}: ChangeProps & { decision: ApprovalDecision; onClose: () => void }) {
  const [comment, setComment] = useDraft(`policy-change ${id}`);
  const isApproval = decision === 'approve';
  const body = { decision, ...(comment.trim() && { comment: comment.trim() }) };
  return (
    <ActionDialog
      title={(isApproval ? texts.approveTitle : texts.rejectTitle)(model)}
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

/** What became of a change, or what it waits for still. */
function Outcome({ change: { model, status, demand, revision } }: ChangeProps) {
  const { outcome, approvals } = TEXTS.transition;
  const lacking = demand.lacking.map(({ count, role }) => approvals(count, role));
  return (
    <>
      <Mark status={MARKS[status]} />
      <span>
        {status === 'awaiting_approval' && lacking.length > 0 && <Stored text={outcome.waitsFor(lacking)} />}
        {status !== 'awaiting_approval' && revision === null && `${texts.statuses[status]}.`}
        {revision !== null && (
          <>
            {POLICY_TEXTS.saved(revision)} <PolicyLink model={model} />
          </>
        )}
      </span>
    </>
  );
}

function PolicyLink({ model }: { model: string | null }) {
  if (model === null) return <Link to="/policy">{POLICY_TEXTS.defaultTitle}</Link>;
  return (
    <Link to="/models/$model/policy" params={{ model }}>
      <Stored text={POLICY_TEXTS.of(model)} />
    </Link>
  );
}

function Change({ change }: ChangeProps) {
  const { model, status, document, effect, approvals, comment: why, detail } = change;
  const after = document as PolicyDocument;
  return (
    <>
      <Panel>
        {why && (
          <p>
            <Stored text={why} />
          </p>
        )}
        {detail && (
          <p>
            <Stored text={detail} />
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
        {status === 'awaiting_approval' ? (
          <AgainstInForce model={model} after={after} />
        ) : (
          <DifferenceView before={{}} after={after} />
        )}
      </Section>
    </>
  );
}

/** What the change makes of the policy that is in force, once that is read. */
function AgainstInForce({ model, after }: { model: string | null; after: PolicyDocument }) {
  const inForce = useQuery(policyQuery(model));
  return (
    <Loaded query={inForce}>
      {({ policy }) => <DifferenceView before={ownDocument(model, policy) ?? {}} after={after} />}
    </Loaded>
  );
}
