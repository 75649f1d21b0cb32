import { type SummaryWaiverResponse } from '@stagegate/client';
import { formatSpan } from '../format/times.js';
import { GOVERNANCE_TEXTS } from '../texts/governance.js';
import { Person, Stored, Time, useNow } from './facts.js';
import { Mark } from './marks.js';
import styles from './stands-by.module.css';

const texts = GOVERNANCE_TEXTS.waiver;
const SOON_MS = 2 * 24 * 3_600_000;

type Waiver = Pick<SummaryWaiverResponse, 'ruleId' | 'grantedBy' | 'expiresAt'>;

/** By whose waivers an undecided verdict stands, and until when; nothing where it stands by itself. */
export function StandsBy({ waivers }: { waivers: readonly Waiver[] | undefined }) {
  return waivers?.map(({ ruleId, grantedBy, expiresAt }) => (
    <span key={`${ruleId} ${grantedBy}`} className={styles.waiver}>
      <Mark status="INCONCLUSIVE" />
      <span>
        {texts.standsBy} <Stored text={ruleId} />, {texts.given} <Person subject={grantedBy} />,{' '}
        <Until at={expiresAt} />
      </span>
    </span>
  ));
}

/** When a waiver lapses; what is near is said as how long there is. */
function Until({ at }: { at: string }) {
  const left = Date.parse(at) - Math.max(useNow(), Date.now());
  if (left > SOON_MS)
    return (
      <>
        {texts.ends} <Time at={at} />
      </>
    );
  if (left > 0)
    return (
      <strong>
        <time dateTime={at}>{texts.lapsesIn(formatSpan(left))}</time>
      </strong>
    );
  return (
    <strong>
      {texts.lapsed} <Time at={at} />
    </strong>
  );
}
