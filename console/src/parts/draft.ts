import { useState } from 'react';

/** What somebody types, kept for this tab until it is sent: a session that ends meanwhile takes nothing with it. */
export function useDraft(name: string): [text: string, write: (text: string) => void] {
  const key = `stagegate-draft ${name}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const write = (next: string) => {
    setText(next);
    if (next === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, next);
  };
  return [text, write];
}
