import { type TransitionResponse } from '@stagegate/client';
import { Stored } from '../../parts/facts.js';
import { Panel } from '../../parts/page.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';
import styles from './transition.module.css';

const texts = GOVERNANCE_TEXTS.emergency;

/** What an emergency gets past, in the words of its time. */
export function Emergency({ transition: { override } }: { transition: TransitionResponse }) {
  if (override === null) return null;
  const { ticket, bypassed, reviewDueDays } = override;
  return (
    <Panel>
      <p>{texts.confirm}</p>
      <ul className={styles.worst}>
        {bypassed.map(({ code, detail }) => (
          <li key={code}>
            <Stored text={detail} />
          </li>
        ))}
      </ul>
      <p className={styles.second}>
        {ticket !== null && (
          <>
            {texts.ticket} <Stored text={ticket} />.{' '}
          </>
        )}
        {texts.reviewDue(reviewDueDays)}
      </p>
    </Panel>
  );
}
