import { TEXTS } from '../texts.js';
import { Button } from './button.js';
import styles from './newer.module.css';

/** How many rows came since, behind a button that shows them. */
export function Newer({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div aria-live="polite" className={styles.newer}>
      {count > 0 && <Button onClick={onShow}>{TEXTS.states.newer(count)}</Button>}
    </div>
  );
}
