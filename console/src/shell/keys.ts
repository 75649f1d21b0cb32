import { useEffect, useRef, useState } from 'react';

const SWITCH = 'stagegate-keys';
const SEQUENCE_MS = 1_000;

/** Keys of the whole console and of the page in view: what was pressed, as "a" or "g m", and what it does. */
export type KeyMap = Readonly<Record<string, () => void>>;

export function areKeysOn(): boolean {
  return localStorage.getItem(SWITCH) !== 'off';
}

export function switchKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(SWITCH);
  else localStorage.setItem(SWITCH, 'off');
}

export function useKeysOn(): [isOn: boolean, set: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(areKeysOn);
  const set = (next: boolean) => {
    switchKeys(next);
    setOn(next);
  };
  return [isOn, set];
}

/** Listens for keys while the component is there; not while somebody types, and not inside of a dialog. */
export function useKeys(map: KeyMap): void {
  const current = useRef(map);
  useEffect(() => {
    current.current = map;
  });
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !areKeysOn() || isTyping(event)) return;
      const pair = first && event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${event.key}` : null;
      first = { key: event.key, at: event.timeStamp };
      const action = (pair && current.current[pair]) || current.current[event.key];
      if (!action) return;
      first = null;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const TAKES_KEYS = 'input, textarea, select, [role="dialog"], [role="menu"]';

/** Asks all that a key went through, since an editor in a root of its own is nothing but its host to whoever listens outside. */
function isTyping(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((each) => each instanceof HTMLElement && (each.isContentEditable || each.matches(TAKES_KEYS)));
}
