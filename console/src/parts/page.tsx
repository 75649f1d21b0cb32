import { type ReactNode, useEffect, useId, useState } from 'react';
import { TEXTS } from '../texts.js';
import styles from './page.module.css';
import { visibleText } from '../format/identifiers.js';

export { styles as pageStyles };

interface PageProps {
  title: string;
  heading?: ReactNode;
  beside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, heading, beside, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${visibleText(title)} · ${TEXTS.product}`;
  }, [title]);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{heading ?? visibleText(title)}</h1>
        {beside && <div className={styles.beside}>{beside}</div>}
        {actions && <Actions>{actions}</Actions>}
      </div>
      {children}
    </div>
  );
}

/** What can be done on a page. A phone has a bar of one line for it, with all but the last two behind a button. */
function Actions({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.actions} data-actions="" data-open={isOpen || undefined}>
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {TEXTS.states.moreActions}
      </button>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  count?: number | string;
  hint?: string;
  children: ReactNode;
}

export function Section({ title, count, hint, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.title}>
        <h2 id={id}>{visibleText(title)}</h2>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      {children}
    </section>
  );
}

export function Panel({ children }: { children: ReactNode }) {
  return <div className={styles.panel}>{children}</div>;
}

/** Names and their values; a value that is null is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <FactRow key={name} name={name} value={value} />
        ))}
    </dl>
  );
}

function FactRow({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** The heads of a table's columns. */
export function ColumnHeads({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
