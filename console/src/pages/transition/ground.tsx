import { type PinStandingResponse, type TransitionStandingResponse } from '@stagegate/client';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { pinSentence } from '../../format/pins.js';
import { TEXTS } from '../../texts.js';
import styles from './transition.module.css';

const texts = TEXTS.transition;

/** What has changed of the ground on which a request was made; that nothing has is said as well. */
export function Ground({ standing }: { standing: TransitionStandingResponse }) {
  const changed = standing.pins.filter(({ holds }) => !holds);
  if (changed.length === 0) return <p className={styles.second}>{texts.unchanged}</p>;
  return (
    <div role="note" className={styles.changed}>
      <p className={styles.judged}>
        <Mark status="INCONCLUSIVE" />
        {texts.changed}
      </p>
      <ul className={styles.worst}>
        {changed.map((pin) => (
          <Change key={pin.pin} pin={pin} />
        ))}
      </ul>
    </div>
  );
}

function Change({ pin }: { pin: PinStandingResponse }) {
  const { changedAt, changedBy } = pin;
  return (
    <li>
      <Stored text={pinSentence(pin)} />
      {(changedBy ?? changedAt) !== null && (
        <span className={styles.second}>
          {changedBy && (
            <>
              {TEXTS.home.by} <Person subject={changedBy} />
            </>
          )}{' '}
          {changedAt && <Time at={changedAt} />}
        </span>
      )}
    </li>
  );
}

/** What is missing still, and what an approval by the reader would make of the request. */
export function Foreseen({ standing: { demand, ifApproved } }: { standing: TransitionStandingResponse }) {
  const lacking = demand?.lacking ?? [];
  return (
    <p>
      {lacking.length > 0 && <Stored text={`${texts.waits}: ${lacking.map(lackingWords).join(', ')}. `} />}
      {ifApproved?.status === 'applied' && texts.appliesNow}
      {ifApproved?.status === 'awaiting_approval' && texts.waitsOn}
    </p>
  );
}

/** What is missing, of whom. */
export function lackingWords({ count, role }: { count: number; role: string }): string {
  return texts.approvals(count, role);
}
