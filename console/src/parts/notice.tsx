import { type ReactNode } from 'react';
import styles from './notice.module.css';

/** A sentence at the head of a page that assistive technology reads out when it becomes another. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={styles.notice}>
      {children}
    </div>
  );
}
