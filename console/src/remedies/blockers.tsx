import { type TransitionBlockerResponse } from '@stagegate/client';
import { Stored, Time } from '../parts/facts.js';
import { TEXTS } from '../texts.js';
import { type Hindered, RemedyAction } from './remedies.js';
import styles from './remedies.module.css';

interface BlockersProps {
  blockers: readonly TransitionBlockerResponse[];
  hindered: Hindered;
}

/** Everything that stands in the way, each with what clears it and who can; what can be done here is an action. */
export function Blockers({ blockers, hindered }: BlockersProps) {
  return (
    <ul className={styles.blockers}>
      {blockers.map(({ code, detail, remedy, roles, until }) => (
        <li key={code} className={styles.blocker}>
          <span className={styles.said}>
            <Stored text={detail} />{' '}
            <span className={styles.second}>
              <Stored text={remedy} />
              {roles.length > 0 && (
                <>
                  {' '}
                  {TEXTS.remedies.clears} <Stored text={roles.join(', ')} />.
                </>
              )}
              {until && (
                <>
                  {' '}
                  {TEXTS.remedies.until} <Time at={until} />.
                </>
              )}
            </span>
          </span>
          <RemedyAction code={code} hindered={hindered} />
        </li>
      ))}
    </ul>
  );
}
