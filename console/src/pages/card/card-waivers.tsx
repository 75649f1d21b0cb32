import { type CardWaiverResponse } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { Stored } from '../../parts/facts.js';
import { Section } from '../../parts/page.js';
import { TEXTS } from '../../texts.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';
import { UtcTime } from './utc-time.js';
import styles from './card.module.css';

const texts = TEXTS.card;
const waiverTexts = GOVERNANCE_TEXTS.waiver;

/** The rules that somebody waived for this version, with what came of it; nothing where there was none. */
export function CardWaivers({ waivers }: { waivers: readonly CardWaiverResponse[] }) {
  if (waivers.length === 0) return null;
  return (
    <Section title={waiverTexts.title} count={waivers.length}>
      <ol className={styles.decisions}>
        {waivers.map((waiver) => (
          <Waiver key={waiver.id} waiver={waiver} />
        ))}
      </ol>
    </Section>
  );
}

function Waiver({ waiver }: { waiver: CardWaiverResponse }) {
  const { ruleId, toStage, grantedBy, grantedAt, expiresAt, reason, state, revokedBy, covered } = waiver;
  return (
    <li className={styles.decision}>
      <p className={styles.outcome}>
        <strong>
          <Stored text={ruleId} /> → {toStage}
        </strong>
        <span>{revokedBy === null ? waiverTexts.states[state] : <Stored text={texts.revokedBy(revokedBy)} />}</span>
        <span className={styles.second}>
          {waiverTexts.by} <Stored text={grantedBy} />, <UtcTime at={grantedAt} /> {waiverTexts.ends}{' '}
          <UtcTime at={expiresAt} />
        </span>
      </p>
      <p className={styles.second}>
        <Stored text={reason} />
      </p>
      {covered.map((judged) => (
        <Covered key={judged.transitionId} judged={judged} />
      ))}
    </li>
  );
}

/** A judgement that the waiver was part of; the verdict is that of the gates, which it does not change. */
function Covered({ judged: { transitionId, verdict, status } }: { judged: CardWaiverResponse['covered'][number] }) {
  return (
    <p className={styles.second}>
      {texts.covered}{' '}
      <Link to="/transitions/$transition" params={{ transition: transitionId }}>
        {TEXTS.transition.statuses[status]}
      </Link>
      {verdict !== null && `, ${TEXTS.report.statuses[verdict]}`}
    </p>
  );
}
