import { type TransitionBlockerResponse } from '@stagegate/client';
import { Stored } from '../parts/facts.js';
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
      {blockers.map(({ code, detail, remedy, roles }) => (
        <li key={code} className={styles.blocker}>
          <span className={styles.said}>
            <Stored text={detail} />{' '}
            <span className={styles.second}>
              <Stored text={`${remedy} ${roles.length > 0 ? `(${roles.join(', ')})` : ''}`.trim()} />
            </span>
          </span>
          <RemedyAction code={code} hindered={hindered} />
        </li>
      ))}
    </ul>
  );
}
