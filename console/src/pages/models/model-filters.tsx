import { useEffect, useId, useState } from 'react';
import { TEXTS } from '../../texts.js';
import { type ModelSort } from '../../router.js';
import styles from './models.module.css';

const texts = TEXTS.models;
const PAUSE_MS = 250;

interface ModelSearch {
  text?: string;
  stage?: 'Staging' | 'Production';
  sort?: ModelSort;
}

/** What the list is asked for; it stands in the address, so that a view can be sent to somebody. */
export function ModelFilters({ asked, onChange }: { asked: ModelSearch; onChange: (search: ModelSearch) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(asked.text ?? '');
  const [shown, setShown] = useState(asked.text);
  if (asked.text !== shown) {
    setShown(asked.text);
    if ((asked.text ?? '') !== typed.trim()) setTyped(asked.text ?? '');
  }
  useEffect(() => {
    const text = typed.trim() || undefined;
    if (text === asked.text) return;
    const timer = setTimeout(() => onChange({ ...asked, text }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, asked, onChange]);
  return (
    <div className={styles.filters}>
      <label htmlFor={`${id}-text`}>{texts.filter}</label>
      <input id={`${id}-text`} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <label htmlFor={`${id}-stage`}>{texts.stage}</label>
      <select
        id={`${id}-stage`}
        value={asked.stage ?? ''}
        onChange={({ target }) => onChange({ ...asked, stage: (target.value || undefined) as ModelSearch['stage'] })}
      >
        <option value="">{texts.anyStage}</option>
        <option value="Production">Production</option>
        <option value="Staging">Staging</option>
      </select>
      <label htmlFor={`${id}-sort`}>{texts.sort}</label>
      <select
        id={`${id}-sort`}
        value={asked.sort ?? 'name'}
        onChange={({ target }) => onChange({ ...asked, sort: target.value as ModelSort })}
      >
        {Object.entries(texts.sorts).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
