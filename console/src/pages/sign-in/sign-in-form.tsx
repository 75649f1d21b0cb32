import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsQuery, startSession } from '../../data/session.js';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/dialog.js';
import { TEXTS } from '../../texts.js';
import { SignInFailed } from './sign-in-failed.js';
import styles from './sign-in.module.css';

/** Signs in by a token, which leaves this form once and is not kept. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const [token, setToken] = useState('');
  const { data: settings } = useQuery(settingsQuery);
  const signIn = useMutation({
    mutationFn: () => startSession({ token: token.trim() }),
    onSuccess: () => {
      setToken('');
      onDone();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Field label={TEXTS.signIn.token} hint={TEXTS.signIn.tokenHint}>
        {(ids) => (
          <input
            {...ids}
            type="password"
            autoComplete="off"
            spellCheck={false}
            required
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
      </Field>
      {signIn.error && <SignInFailed error={signIn.error} />}
      <Button type="submit" look="primary" disabled={signIn.isPending}>
        {TEXTS.signIn.submit}
      </Button>
      {settings?.signIn.includes('link') && <p className={styles.hint}>{TEXTS.signIn.linkHint}</p>}
    </form>
  );
}
