import { type ReactNode } from 'react';
import styles from './outward.module.css';

/** A place elsewhere, opened beside; its host is shown, since the text of a link says nothing of where it leads. */
export function Outward({ url, children }: { url: string | null; children: ReactNode }) {
  if (url === null) return <>{children}</>;
  const { host, protocol, pathname } = new URL(url);
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children} <span className={styles.host}>{protocol === 'mailto:' ? pathname : host}</span>
    </a>
  );
}
