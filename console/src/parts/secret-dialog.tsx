import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { CopyButton } from './facts.js';
import styles from './secret-dialog.module.css';

interface SecretDialogProps {
  title: string;
  /** What the secret is called. */
  label: string;
  secret: string;
  /** That it is shown this once. */
  once: string;
  done: string;
  onClose: () => void;
}

/** Shows what cannot be shown again, until somebody says that they have it. */
export function SecretDialog({ title, label, secret, once, done, onClose }: SecretDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen
      stays
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {done}
        </Button>
      }
    >
      <p>{once}</p>
      <div className={styles.secret}>
        <code tabIndex={0} role="group" aria-label={label}>
          {secret}
        </code>
        <CopyButton text={secret} />
      </div>
    </Dialog>
  );
}
