import { formatExactly } from '../../format/times.js';
import styles from './card.module.css';

/** A time in UTC, since a printed card is read anywhere. */
export function UtcTime({ at }: { at: string }) {
  return (
    <time className={styles.time} dateTime={at} title={formatExactly(at)}>
      {new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC
    </time>
  );
}
