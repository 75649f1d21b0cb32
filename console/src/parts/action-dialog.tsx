import { type ReactNode } from 'react';
import { Button, type Look } from './button.js';
import { Dialog, Field } from './dialog.js';
import { DialogActions } from './dialog-actions.js';
import { useKeyedWork } from './keyed-work.js';
import { ProblemView } from './states.js';

interface ActionDialogProps<Answer> {
  title: string;
  /** What the button that acts is called. */
  action: string;
  look?: Look;
  /** Why it cannot be done as it is filled in; null when it can. */
  locked?: string | null;
  /** Does it; the key is the dialog's, so that a double tap acts once. */
  send: (key: string) => Promise<Answer>;
  onClose: () => void;
  /** What follows when it was done; the dialog closes unless told otherwise. */
  onDone?: (answer: Answer) => void;
  children?: ReactNode;
}

/** Asks for what an action needs and does it; what the service refuses is said in its words, and what was filled in stays. */
export function ActionDialog<Answer>(props: ActionDialogProps<Answer>) {
  const { title, action, look = 'primary', locked = null, send, onClose, onDone, children } = props;
  const work = useKeyedWork({ send, onDone: (answer: Answer) => (onDone ? onDone(answer) : onClose()) });
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions error={work.error} onClose={onClose}>
          <Button look={look} locked={locked} disabled={work.isPending} onClick={() => work.mutate()}>
            {action}
          </Button>
        </DialogActions>
      }
    >
      {children}
      {work.error && <ProblemView error={work.error} />}
    </Dialog>
  );
}

interface TextFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'datetime-local' | 'url';
  isLong?: boolean;
  /** The most characters that the service takes. */
  longest?: number;
}

export function TextField({
  label,
  hint,
  value,
  onChange,
  type = 'text',
  isLong = false,
  longest = 2_000,
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) =>
        isLong ? (
          <textarea {...ids} value={value} maxLength={longest} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <input {...ids} type={type} value={value} onChange={({ target }) => onChange(target.value)} />
        )
      }
    </Field>
  );
}
