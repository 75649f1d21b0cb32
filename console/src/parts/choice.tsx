import { useId } from 'react';
import styles from './choice.module.css';

export { styles as choiceStyles };

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChoose: (value: string) => void;
}

/** One of several, by the browser's own select. */
export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

interface NumberChoiceProps {
  label: string;
  value: number;
  most: number | undefined;
  onChoose: (value: number) => void;
}

/** One of more than a list can hold, by its number: with Enter, or when the field is left. */
export function NumberChoice({ label, value, most, onChoose }: NumberChoiceProps) {
  const id = useId();
  const choose = (field: HTMLInputElement) => {
    const chosen = field.valueAsNumber;
    if (field.checkValidity() && Number.isInteger(chosen) && chosen !== value) onChoose(chosen);
  };
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <input
        key={value}
        id={id}
        type="number"
        min={1}
        max={most}
        defaultValue={value}
        onBlur={({ target }) => choose(target)}
        onKeyDown={({ key, currentTarget }) =>
          key === 'Enter' && currentTarget.reportValidity() && choose(currentTarget)
        }
      />
    </span>
  );
}

interface SwitchProps {
  label: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

export function Switch({ label, isOn, onSwitch }: SwitchProps) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} />
      {label}
    </label>
  );
}
