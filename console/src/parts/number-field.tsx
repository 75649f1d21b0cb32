import { type InputHTMLAttributes, useState } from 'react';

interface NumberFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'> {
  value: number | undefined;
  onChange: (value: number) => void;
}

/** A number that counts as soon as what is typed is one; half a number stays in the field alone. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value ?? ''));
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    if (Number(typed) !== value) setTyped(String(value ?? ''));
  }
  return (
    <input
      {...rest}
      type="number"
      step="any"
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value !== '' && Number.isFinite(Number(target.value))) onChange(Number(target.value));
      }}
    />
  );
}
