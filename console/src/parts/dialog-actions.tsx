import { ConflictError } from '@stagegate/client';
import { type ReactNode } from 'react';
import { TEXTS } from '../texts.js';
import { Button } from './button.js';

interface DialogActionsProps {
  /** What the action failed with; null before and when it did not. */
  error: unknown;
  onClose: () => void;
  /** The action itself. */
  children: ReactNode;
}

/** What can be done in a dialog: where the ground has changed meanwhile, nothing but look at what became of it. */
export function DialogActions({ error, onClose, children }: DialogActionsProps) {
  if (error instanceof ConflictError)
    return (
      <Button look="primary" onClick={onClose}>
        {TEXTS.states.lookAgain}
      </Button>
    );
  return (
    <>
      <Button onClick={onClose}>{TEXTS.states.cancel}</Button>
      {children}
    </>
  );
}
