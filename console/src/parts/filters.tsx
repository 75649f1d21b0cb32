import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { fromLocalField, toLocalField } from '../format/moments.js';
import styles from './filters.module.css';

const PAUSE_MS = 300;

/** What a list is asked for; what is chosen stands in the address, so that a view can be sent to somebody. */
export function Filters({ note, children }: { note?: string; children: ReactNode }) {
  return (
    <div className={styles.filters}>
      {children}
      {note && <span className={styles.note}>{note}</span>}
    </div>
  );
}

interface TextFilterProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  type?: 'search' | 'number';
}

/** A field whose text counts once the typing pauses. */
export function TextFilter({ label, value, onChange, type = 'search' }: TextFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    if ((value ?? '') !== typed.trim()) setTyped(value ?? '');
  }
  const current = useRef(onChange);
  useEffect(() => {
    current.current = onChange;
  });
  useEffect(() => {
    const text = typed.trim() || undefined;
    if (text === value) return;
    const timer = setTimeout(() => current.current(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type={type} min={1} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </div>
  );
}

interface ChoiceFilterProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The options. */
  children: ReactNode;
}

export function ChoiceFilter({ label, value, onChange, children }: ChoiceFilterProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    </div>
  );
}

interface MomentFilterProps {
  label: string;
  /** An ISO 8601 time. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A moment, typed and shown where the reader is. */
export function MomentFilter({ label, value, onChange }: MomentFilterProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={value === undefined ? '' : toLocalField(value)}
        onChange={({ target }) => onChange(fromLocalField(target.value))}
      />
    </div>
  );
}
