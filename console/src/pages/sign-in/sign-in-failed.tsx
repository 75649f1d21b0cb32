import { ProblemError } from '@stagegate/client';
import { TEXTS } from '../../texts.js';
import styles from '../../parts/states.module.css';

/** Why nobody was signed in; here a 401 is an answer and no loss of a session. */
export function SignInFailed({ error }: { error: unknown }) {
  return (
    <div className={styles.problem} role="alert">
      <p>{error instanceof ProblemError ? error.problem.detail : TEXTS.states.failed}</p>
    </div>
  );
}
