import { type TransitionResponse, type Verdict } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reportQuery } from '../data/registry.js';
import { reasonSentence, worstMeasures } from '../format/judgement.js';
import { TEXTS } from '../texts.js';
import { Mark } from './marks.js';
import { Person, Stored, Time } from './facts.js';
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
    <li className={styles.row}>
      <Mark status={markOf(transition)} />
      <span className={styles.grow}>
        <Link to="/transitions/$transition" params={{ transition: id }} className={styles.strong}>
          {showsModel && <Stored text={`${model} `} />}
          {version} → {toStage}
        </Link>{' '}
        {TEXTS.transition.statuses[status].toLowerCase()}
        {kind === 'rollback' && `, ${TEXTS.transition.kinds.rollback}`}
        <Why transition={transition} />
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

/** Why it came to that: the reason given, or for a refusal what decided it. */
function Why({ transition: { status, reason, detail, gateReportId } }: { transition: TransitionResponse }) {
  const isJudged = status === 'refused' && gateReportId !== null;
  const { data: report } = useQuery({ ...reportQuery(gateReportId ?? ''), enabled: isJudged });
  const worst = report && worstMeasures(report, 1)[0];
  const why = isJudged ? worst && reasonSentence(worst) : (reason ?? (status === 'applied' ? null : detail));
  if (!why) return null;
  return (
    <span className={styles.second}>
      {' · '}
      <Stored text={why} />
    </span>
  );
}
