import {
  type ApprovalDecision,
  type DecisionState,
  type MeasureStatus,
  type TransitionResponse,
} from '@stagegate/client';
import { type ReactNode } from 'react';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { markOf } from '../../parts/transition-row.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';
import { TEXTS } from '../../texts.js';
import styles from './transition.module.css';

const texts = TEXTS.transition;

/** What happened to a request so far, each step with when and by whom. */
export function Steps({ transition }: { transition: TransitionResponse }) {
  const { requestedBy, requestedAt, approvals, settledAt, settledBy, status } = transition;
  return (
    <ol className={styles.steps}>
      <Step mark={<Mark status="SKIPPED" />} name={texts.asked} at={requestedAt} by={requestedBy} />
      {approvals.map(({ actor, decision, state, decidedAt, comment }) => (
        <Step
          key={`${actor} ${decidedAt}`}
          mark={<Mark status={markOfDecision(decision, state)} />}
          name={decision === 'approve' ? texts.approved : texts.rejected}
          at={decidedAt}
          by={actor}
        >
          {state !== 'counts' && <span className={styles.second}>{GOVERNANCE_TEXTS.decision.states[state]} </span>}
          {comment && <Stored text={comment} />}
        </Step>
      ))}
      <Step mark={<Mark status={markOf(transition)} />} name={texts.statuses[status]} at={settledAt} by={settledBy} />
    </ol>
  );
}

/** A decision that no longer counts is none. */
function markOfDecision(decision: ApprovalDecision, state: DecisionState): MeasureStatus {
  if (state !== 'counts') return 'SKIPPED';
  return decision === 'approve' ? 'PASS' : 'FAIL';
}

interface StepProps {
  mark: ReactNode;
  name: string;
  at: string | null;
  by: string | null;
  children?: ReactNode;
}

function Step({ mark, name, at, by, children }: StepProps) {
  return (
    <li className={styles.step}>
      {mark}
      <div>
        <p className={styles.stepName}>{name}</p>
        <p className={styles.second}>
          {at && <Time at={at} />} {by && TEXTS.home.by} {by && <Person subject={by} />}
        </p>
        {children && <p>{children}</p>}
      </div>
    </li>
  );
}
