import { ConnectionError, UnauthenticatedError } from '@stagegate/client';
import { type ReactNode } from 'react';
import { countUpTo } from '../format/numbers.js';
import { Section } from './page.js';
import { type Asked, Loaded, useLastError } from './states.js';
import { rowStyles } from './transition-row.js';

interface RareSectionProps<Row> {
  query: Asked<readonly Row[]>;
  title: string;
  /** As many rows as are read at most. */
  most: number;
  row: (row: Row) => ReactNode;
  /** What follows the rows. */
  children?: ReactNode;
}

/** A section that is there only while it has rows, or while it cannot be read whether it has. */
export function RareSection<Row>({ query, title, most, row, children }: RareSectionProps<Row>) {
  const count = query.data?.length ?? 0;
  const error = useLastError(query);
  if (count === 0 && !isInDoubt({ data: query.data, error })) return null;
  return (
    <Section title={title} count={count === 0 ? undefined : countUpTo(count, most)}>
      <Loaded query={query}>{(rows) => rows.length > 0 && <ul className={rowStyles.rows}>{rows.map(row)}</ul>}</Loaded>
      {children}
    </Section>
  );
}

/** Whether nothing can be said of a list; that nobody is signed in, or nothing reached any more, is said of the whole console. */
function isInDoubt({ data, error }: Pick<Asked<unknown>, 'data' | 'error'>): boolean {
  if (!error || error instanceof UnauthenticatedError) return false;
  return data === undefined || !(error instanceof ConnectionError);
}
