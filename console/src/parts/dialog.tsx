import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useId, useRef } from 'react';
import styles from './dialog.module.css';
import { visibleText } from '../format/identifiers.js';
import { isFinger } from './finger.js';

export { styles as dialogStyles };

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** A dialog that asks for something which is in the way of everything else stays. */
  stays?: boolean;
  /** The id of what the focus returns to, where that is not what had it before. */
  opener?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * A modal dialog: the focus goes to its first field, stays inside, and returns to what opened it. Under a finger it goes to the
 * dialog, since a field would bring the keyboard up over what is to be read.
 */
export function Dialog({ title, isOpen, onClose, stays = false, opener, actions, children }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const firstField = () =>
    isFinger()
      ? popup.current
      : (popup.current?.querySelector<HTMLElement>('textarea, input:not([type="radio"], :disabled)') ?? true);
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => void (!open && !stays && onClose())}>
      <Base.Portal>
        <Base.Backdrop className={styles.veil} />
        <Base.Popup ref={popup} className={styles.dialog} initialFocus={firstField} finalFocus={openerOf(opener)}>
          <Base.Title className={styles.title}>{visibleText(title)}</Base.Title>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** What the focus returns to; where another dialog follows this one, that has it. */
function openerOf(id: string | undefined) {
  if (id === undefined) return undefined;
  return () => document.querySelector('[role="dialog"]') === null && document.getElementById(id);
}

interface FieldProps {
  label: string;
  hint?: string;
  children: (ids: { id: string; 'aria-describedby'?: string }) => ReactNode;
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(hint && { 'aria-describedby': `${id}-hint` }) })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
