import { type TransitionResponse, type Verdict } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { summarySentence } from '../format/summary.js';
import { TEXTS } from '../texts.js';
import { Mark } from './marks.js';
import { Person, Stored, Time } from './facts.js';
import { StandsBy } from './stands-by.js';
import styles from './rows.module.css';

export { styles as rowStyles };

/** What became of a request, as the mark of a verdict. */
export function markOf({ status }: Pick<TransitionResponse, 'status'>): Verdict | 'SKIPPED' {
  if (status === 'applied') return 'PASS';
  if (status === 'refused' || status === 'rejected') return 'FAIL';
  return status === 'awaiting_approval' ? 'INCONCLUSIVE' : 'SKIPPED';
}

/** What was decided about a version: outcome, who, when and why. */
export function TransitionRow({
  transition,
  showsModel = true,
}: {
  transition: TransitionResponse;
  showsModel?: boolean;
}) {
  const { id, model, version, toStage, status, requestedBy, settledAt, settledBy, requestedAt, kind } = transition;
  return (
    <li className={styles.row} data-row="">
      <Mark status={markOf(transition)} />
      <span className={styles.grow}>
        <Link to="/transitions/$transition" params={{ transition: id }} className={styles.strong}>
          {showsModel && <Stored text={`${model} `} />}
          {version} → {toStage}
        </Link>{' '}
        {TEXTS.transition.statuses[status].toLowerCase()}
        {kind === 'rollback' && `, ${TEXTS.transition.kinds.rollback}`}
        <Why transition={transition} />
        {transition.status === 'applied' && <StandsBy waivers={transition.summary?.waivers} />}
      </span>
      <span className={styles.second}>
        {TEXTS.home.by} <Person subject={settledBy ?? requestedBy} />
      </span>
      <span className={styles.second}>
        <Time at={settledAt ?? requestedAt} />
      </span>
    </li>
  );
}

/** Why it came to that: for a refusal by the gates what decided it, else the reason given. */
function Why({ transition: { status, reason, detail, summary } }: { transition: TransitionResponse }) {
  const judged = status === 'refused' && summary ? summarySentence(summary) : null;
  const why = judged ?? reason ?? (status === 'applied' ? null : detail);
  if (!why) return null;
  return (
    <span className={styles.second}>
      {' · '}
      <Stored text={why} />
    </span>
  );
}
