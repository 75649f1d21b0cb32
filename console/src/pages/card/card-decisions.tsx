import { type CardDecisionResponse } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { Stored } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/page.js';
import { Empty } from '../../parts/states.js';
import { markOf } from '../../parts/transition-row.js';
import { TEXTS } from '../../texts.js';
import { UtcTime } from './utc-time.js';
import styles from './card.module.css';

const texts = TEXTS.card;

/** What was asked for this version, what the gates said, and who decided. */
export function CardDecisions({ decisions }: { decisions: readonly CardDecisionResponse[] }) {
  return (
    <Section title={texts.decisions} count={decisions.length}>
      {decisions.length === 0 ? (
        <Empty>{TEXTS.version.noDecisions}</Empty>
      ) : (
        <ol className={styles.decisions}>
          {decisions.map((decision) => (
            <Decision key={decision.transitionId} decision={decision} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Decision({ decision }: { decision: CardDecisionResponse }) {
  const { transitionId, kind, toStage, status, requestedBy, requestedAt, reason, message, approvals } = decision;
  const { kinds, statuses } = TEXTS.transition;
  return (
    <li className={styles.decision}>
      <p className={styles.outcome}>
        <Mark status={markOf({ status })} />
        <Link to="/transitions/$transition" params={{ transition: transitionId }}>
          {kinds[kind]} → {toStage}
        </Link>
        <span>{statuses[status]}</span>
        <span className={styles.second}>
          <Stored text={texts.asked(requestedBy)} />, <UtcTime at={requestedAt} />
        </span>
      </p>
      {[reason, message].map((sentence) => sentence && <Sentence key={sentence} text={sentence} />)}
      {approvals.map(({ actor, decision: said, comment, decidedAt }) => (
        <p key={`${actor} ${decidedAt}`} className={styles.second}>
          <Stored text={texts.approval(actor, said)} />, <UtcTime at={decidedAt} />
          {comment && (
            <>
              : <Stored text={comment} />
            </>
          )}
        </p>
      ))}
    </li>
  );
}

function Sentence({ text }: { text: string }) {
  return (
    <p className={styles.second}>
      <Stored text={text} />
    </p>
  );
}
