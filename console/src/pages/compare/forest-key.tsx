import { Mark } from '../../parts/marks.js';
import { TEXTS } from '../../texts.js';
import styles from './compare.module.css';

const { key, keyed } = TEXTS.compare;
const { statuses } = TEXTS.report;

/** What the signs of the picture mean. */
export function ForestKey() {
  return (
    <details className={styles.key}>
      <summary>{key}</summary>
      <ul>
        {(['PASS', 'FAIL', 'INCONCLUSIVE', 'ERROR'] as const).map((status) => (
          <li key={status}>
            <Mark status={status} /> {statuses[status]}
          </li>
        ))}
        <li>
          <Mark status="SKIPPED" /> {keyed.none}
        </li>
        {[keyed.size, keyed.bar, keyed.thin, keyed.margin, keyed.box].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
