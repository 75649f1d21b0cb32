import { Dialog } from '../../parts/dialog.js';
import { TEXTS } from '../../texts.js';
import { SignInForm } from './sign-in-form.js';
import { SignInProviders } from './sign-in-providers.js';

/** Comes over the page when the session has ended; what was typed stays beneath it. */
export function SignInDialog({ isOpen }: { isOpen: boolean }) {
  return (
    <Dialog title={TEXTS.signIn.lost} isOpen={isOpen} stays onClose={() => undefined}>
      <p>{TEXTS.signIn.lostHint}</p>
      <SignInProviders next={window.location.pathname + window.location.search} />
      <SignInForm onDone={() => undefined} />
    </Dialog>
  );
}
