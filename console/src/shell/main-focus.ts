import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

export const MAIN = 'main';
/** What the focus is not taken from: where somebody types or chooses, and what is on the page itself. */
const KEEPS = `input, textarea, select, [role="dialog"] *, [role="menu"] *, #${MAIN} *`;

export function focusMain(): void {
  document.getElementById(MAIN)?.focus({ preventScroll: true });
}

/** Keeps the focus where the reader is: on the page, when another one is shown and when what had the focus is gone. */
export function useMainFocus(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const former = useRef(path);
  useEffect(followRemovals, []);
  useEffect(() => {
    const isFirst = former.current === undefined || former.current === path;
    former.current = path;
    if (!isFirst && !document.activeElement?.matches(KEEPS)) focusMain();
  }, [path]);
}

/** Gives the focus to the page where what had it is taken away, such as a button that a decision leaves nothing to do for. */
function followRemovals(): () => void {
  let focused: Element | null = null;
  const note = ({ target }: FocusEvent) => void (focused = target as Element);
  // Whoever presses beside everything leaves what is there still; a button that acts is left by no one, and may be gone after.
  const leave = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      if (focused !== null && focused === target && focused.isConnected && !focused.matches(':disabled'))
        focused = null;
    });
  const look = () => {
    if (focused === null || focused.isConnected) return;
    focused = null;
    // A dialog that closes gives the focus back by itself.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && !document.querySelector('[role="dialog"]')) focusMain();
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', note);
  document.addEventListener('focusout', leave);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', note);
    document.removeEventListener('focusout', leave);
  };
}
