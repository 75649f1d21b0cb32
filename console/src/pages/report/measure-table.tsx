import { type GateMeasureResponse } from '@stagegate/client';
import { type ReactNode } from 'react';
import { toRow } from '../../format/judgement.js';
import { Stored } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { measureStrips } from '../../parts/measure-strips.js';
import { pageStyles } from '../../parts/page.js';
import { TEXTS } from '../../texts.js';
import styles from './report.module.css';
import { visibleText } from '../../format/identifiers.js';

const texts = TEXTS.report;

/** The measures of a rule with the numbers that decided each. */
export function MeasureTable({ measures }: { measures: readonly GateMeasureResponse[] }) {
  const { columns } = texts;
  const strips = measureStrips(measures);
  return (
    <table className={pageStyles.table}>
      <thead>
        <tr>
          <th scope="col">{columns.slice}</th>
          {strips && (
            <th scope="col" className={styles.strip}>
              {columns.strip}
            </th>
          )}
          {[
            columns.challenger,
            columns.incumbent,
            columns.difference,
            columns.interval,
            columns.required,
            columns.rows,
          ].map((name) => (
            <th key={name} scope="col" className={pageStyles.number}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure, index) => (
          <MeasureLine key={index} measure={measure}>
            {strips && <td className={styles.strip}>{strips[index]}</td>}
          </MeasureLine>
        ))}
      </tbody>
    </table>
  );
}

function MeasureLine({ measure, children }: { measure: GateMeasureResponse; children: ReactNode }) {
  const { columns } = texts;
  const row = toRow(measure);
  const cells: [string, string][] = [
    [columns.challenger, row.challenger],
    [columns.incumbent, row.incumbent],
    [columns.difference, row.difference],
    [columns.interval, row.interval],
    [columns.required, row.required],
    [columns.rows, row.rows],
  ];
  return (
    <tr title={visibleText(measure.message)}>
      <td>
        <span className={styles.measure}>
          <Mark status={measure.status} />
          <Stored text={row.name} />
          <span className="unseen">{texts.statuses[measure.status]}</span>
        </span>
        {measure.reasonCode === 'POOLED' && <span className={styles.needed}>{texts.pooled}</span>}
        {measure.neededN !== undefined && <span className={styles.needed}>{texts.needed(measure.neededN)}</span>}
      </td>
      {children}
      {cells.map(([label, text]) => (
        <td key={label} className={pageStyles.number} data-label={label}>
          {text}
        </td>
      ))}
    </tr>
  );
}
