import { type ButtonHTMLAttributes, type ReactNode, useId, useState } from 'react';
import styles from './button.module.css';
import { visibleText } from '../format/identifiers.js';
import { isFinger } from './finger.js';

export type Look = 'plain' | 'primary' | 'destructive' | 'quiet';

/** The class of what looks like a button, links among them. */
export function buttonClass(look: Look = 'plain', isSmall = false): string {
  return [styles.button, look !== 'plain' && styles[look], isSmall && styles.small].filter(Boolean).join(' ');
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  small?: boolean;
  /** Why the action cannot be taken; the button stays visible and says so. */
  locked?: string | null;
  children: ReactNode;
}

/** A button; a locked one keeps its place in the tab order, and says its reason when a finger presses it, which cannot rest on it as a pointer does. */
export function Button({ look, small, locked, children, onClick, 'aria-label': label, ...other }: ButtonProps) {
  const reasonId = useId();
  const [isTold, setTold] = useState(false);
  // Names and reasons may repeat what somebody stored.
  const rest = { ...other, 'aria-label': label && visibleText(label) };
  if (!locked)
    return (
      <button type="button" {...rest} className={buttonClass(look, small)} onClick={onClick}>
        {children}
      </button>
    );
  return (
    <>
      <button
        {...rest}
        type="button"
        className={buttonClass(look, small)}
        aria-disabled="true"
        aria-describedby={reasonId}
        title={visibleText(locked)}
        onClick={() => setTold(isFinger())}
        onBlur={() => setTold(false)}
      >
        {children}
      </button>
      <span id={reasonId} className={isTold ? styles.reason : 'unseen'}>
        {visibleText(locked)}
      </span>
    </>
  );
}
