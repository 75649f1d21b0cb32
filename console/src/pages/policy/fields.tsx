import { type ReactNode, useId } from 'react';
import { type Rule, withField } from '../../policy/policy-document.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import styles from './policy.module.css';

export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
}

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** What follows when a rule is missed. */
export function EnforcementField({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const { enforcement } = rule;
  return (
    <Choice
      label={POLICY_TEXTS.enforcement}
      value={typeof enforcement === 'string' ? enforcement : 'block'}
      options={Object.entries(POLICY_TEXTS.enforcements)}
      onChange={(next) => onChange(withField(rule, 'enforcement', next === 'block' ? undefined : next))}
    />
  );
}
