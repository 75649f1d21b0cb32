import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calendarQuery } from '../../data/governance.js';
import { Stored, Time } from '../../parts/facts.js';
import { Section } from '../../parts/page.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';
import styles from './model.module.css';

const texts = GOVERNANCE_TEXTS.freeze;
const DAYS = 30;
const DAY_MS = 86_400_000;
const SHOWN = 4;

/** When promotions of a model are frozen soon, by freezes and by its policy; nothing while nothing is. */
export function FreezesAhead({ model }: { model: string }) {
  const [from] = useState(() => Date.now());
  const { data } = useQuery(
    calendarQuery(new Date(from).toISOString(), new Date(from + DAYS * DAY_MS).toISOString(), model),
  );
  if (!data || data.windows.length === 0) return null;
  return (
    <Section title={texts.next(DAYS)} count={data.windows.length + data.leftOut}>
      <ul className={styles.windows}>
        {data.windows.slice(0, SHOWN).map(({ freezeId, name, reason, start, end }) => (
          <li key={`${freezeId ?? name} ${start}`}>
            <strong>
              <Stored text={name} />
            </strong>
            <span className={styles.second}>
              {Date.parse(start) <= from ? texts.now : <Time at={start} />} {texts.until} <Time at={end} />
            </span>
            <span className={styles.second}>
              <Stored text={reason} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
