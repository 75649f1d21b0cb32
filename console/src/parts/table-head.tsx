import { pageStyles } from './page.js';

interface TableHeadProps {
  columns: readonly string[];
  /** Those of the columns that hold numbers. */
  numbers?: readonly string[];
}

/** The names of a table's columns. */
export function TableHead({ columns, numbers = [] }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map((name) => (
          <th key={name} scope="col" className={numbers.includes(name) ? pageStyles.number : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
