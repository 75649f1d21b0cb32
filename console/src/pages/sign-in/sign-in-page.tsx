import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import iconUrl from '../../icon.svg';
import { settingsQuery, startSession } from '../../data/session.js';
import { Stored } from '../../parts/facts.js';
import { TEXTS } from '../../texts.js';
import { SignInFailed } from './sign-in-failed.js';
import { SignInForm } from './sign-in-form.js';
import { SignInProviders } from './sign-in-providers.js';
import styles from './sign-in.module.css';

/** The code of the link that led here; it leaves the address bar at once, and with it the history. */
function takeCode(): string | null {
  const code = fragment().get('code');
  if (code !== null)
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return code;
}

function fragment(): URLSearchParams {
  return new URLSearchParams(window.location.hash.slice(1));
}

const FAILURES: Readonly<Record<string, string>> = {
  IDENTITY_PROVIDER_AWAY: TEXTS.signIn.away,
  SIGNED_OUT_HERE_ALONE: TEXTS.signIn.signedOutHere,
};

/** Why a provider led back without anybody signed in, or was not reached; null when nothing failed. */
function failureText(): string | null {
  const failed = fragment().get('failed');
  if (failed === null) return null;
  return Object.hasOwn(FAILURES, failed) ? FAILURES[failed]! : TEXTS.signIn.failed;
}

const HOME = '/console/';

/** Only a path of the console: an address of elsewhere would have people sign in and land there. */
function safePath(next: string | undefined): string {
  return next?.startsWith(HOME) && !next.includes('\\') ? next : HOME;
}

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const { history } = useRouter();
  const { data: settings } = useQuery(settingsQuery);
  const [code] = useState(takeCode);
  const [failure] = useState(failureText);
  const goOn = useCallback(() => history.replace(safePath(next)), [history, next]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (given: string) => startSession({ code: given }),
    onSuccess: goOn,
  });
  useEffect(() => {
    document.title = `${TEXTS.signIn.title} · ${TEXTS.product}`;
    if (code !== null) mutate(code);
  }, [code, mutate]);
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <div className={styles.brand}>
          <img src={iconUrl} alt="" />
          <h1>
            <Stored text={settings?.instanceName ?? TEXTS.product} />
          </h1>
        </div>
        {failure && <p role="alert">{failure}</p>}
        <SignInProviders next={safePath(next)} />
        {isPending ? <p role="status">{TEXTS.signIn.withLink}</p> : <SignInForm onDone={goOn} />}
        {error && <SignInFailed error={error} />}
      </div>
    </main>
  );
}
