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
  const [sent, setSent] = useState<readonly (string | undefined)[]>([]);
  if (value !== shown) {
    setShown(value);
    // What was typed meanwhile is newer than what comes back from here.
    const isOwn = sent.includes(value);
    setSent(isOwn ? sent.slice(sent.indexOf(value) + 1) : []);
    if (!isOwn && (value ?? '') !== typed.trim()) setTyped(value ?? '');
  }
  const current = useRef(onChange);
  useEffect(() => {
    current.current = onChange;
  });
  useEffect(() => {
    const text = typed.trim() || undefined;
    if (text === value) return;
    const send = () => {
      setSent((before) => [...before, text]);
      current.current(text);
    };
    const timer = setTimeout(send, PAUSE_MS);
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

/** A moment, typed and shown where the reader is. While it is typed it is none yet, and counts for nothing. */
export function MomentFilter({ label, value, onChange }: MomentFilterProps) {
  const id = useId();
  const said = value === undefined ? '' : toLocalField(value);
  const [typed, setTyped] = useState(said);
  const [shown, setShown] = useState(said);
  if (said !== shown) {
    setShown(said);
    setTyped(said);
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          if (!target.validity.badInput) onChange(fromLocalField(target.value));
        }}
        onBlur={() => setTyped(said)}
      />
    </div>
  );
}
