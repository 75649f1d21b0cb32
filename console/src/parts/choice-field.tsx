import { type ReactNode } from 'react';
import { dialogStyles, Field } from './dialog.js';

interface ChoiceFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  /** The options. */
  children: ReactNode;
}

export function ChoiceField({ label, hint, value, onChange, children }: ChoiceFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select {...ids} className={dialogStyles.input} value={value} onChange={({ target }) => onChange(target.value)}>
          {children}
        </select>
      )}
    </Field>
  );
}
