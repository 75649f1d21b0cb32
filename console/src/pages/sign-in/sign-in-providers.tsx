import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '../../data/session.js';
import { buttonClass } from '../../parts/button.js';
import { TEXTS } from '../../texts.js';
import styles from './sign-in.module.css';

/** A button for each provider; it leads there, and back to the page that was asked for. */
export function SignInProviders({ next }: { next: string }) {
  const { data: settings } = useQuery(settingsQuery);
  if (!settings || settings.providers.length === 0) return null;
  return (
    <div className={styles.providers}>
      {settings.providers.map(({ name, label, startUrl }) => (
        <a key={name} className={buttonClass('primary')} href={`${startUrl}?next=${encodeURIComponent(next)}`}>
          {TEXTS.signIn.with(label)}
        </a>
      ))}
      <p className={styles.hint}>{TEXTS.signIn.or}</p>
    </div>
  );
}
