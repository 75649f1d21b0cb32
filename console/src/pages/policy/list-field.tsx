import { useState } from 'react';

interface ListFieldProps {
  id: string;
  values: readonly string[];
  placeholder: string;
  onChange: (values: string[]) => void;
}

const wordsOf = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** Words between commas; a comma that nothing follows yet stays in the field alone. */
export function ListField({ id, values, placeholder, onChange }: ListFieldProps) {
  const [typed, setTyped] = useState(values.join(', '));
  const [shown, setShown] = useState(values);
  if (values.join() !== shown.join()) {
    setShown(values);
    if (wordsOf(typed).join() !== values.join()) setTyped(values.join(', '));
  }
  return (
    <input
      id={id}
      value={typed}
      placeholder={placeholder}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(wordsOf(target.value));
      }}
    />
  );
}
