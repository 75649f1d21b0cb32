import { type MeasureStatus } from '@stagegate/client';
import { ChevronRight } from 'lucide-react';
import { type ForestGroup } from '../../forest/forest-order.js';
import { type ForestMetric, type ForestRow } from '../../forest/forest-rows.js';
import { countCell, differenceCell, intervalCell, rowSentence } from '../../forest/forest-words.js';
import { visibleText } from '../../format/identifiers.js';
import { Stored } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { TEXTS } from '../../texts.js';
import { type ForestLine } from './forest-lines.js';
import { DensityStrip, Strip, type StripFrame } from '../../parts/strip.js';
import styles from './forest.module.css';

const texts = TEXTS.compare;

/** What a line is called: a row is its sentence, so that nobody needs the picture. */
export function spokenLine(line: ForestLine, metric: ForestMetric): string {
  if (line.type === 'row') return rowSentence(line.row, metric);
  return texts.group(visibleText(line.group.name), line.group.rows.length, line.isOpen);
}

export function RowCells({ row, frame }: { row: ForestRow; frame: StripFrame }) {
  const { text, hint } = intervalCell(row, frame.metric);
  return (
    <>
      <th role="rowheader" scope="row" className={styles.label} title={row.label}>
        <Mark status={row.status ?? 'SKIPPED'} />
        <Cut text={row.label} />
      </th>
      <td role="gridcell" className={styles.strip}>
        {frame.width > 0 && <Strip row={row} frame={frame} />}
      </td>
      <td role="gridcell" className={styles.difference}>
        {differenceCell(row, frame.metric)}
      </td>
      <td role="gridcell" className={styles.interval} title={hint}>
        {text}
      </td>
      <td role="gridcell" className={styles.count}>
        {countCell(row)}
      </td>
    </>
  );
}

const TAIL = 8;

/** Cut in the middle where it is too long: its end stays. */
function Cut({ text }: { text: string }) {
  const characters = [...text];
  if (characters.length <= 2 * TAIL)
    return (
      <span className={styles.whole}>
        <Stored text={text} />
      </span>
    );
  return (
    <bdi className={styles.cut}>
      <span className={styles.start}>{characters.slice(0, -TAIL).join('')}</span>
      <span className={styles.end}>{characters.slice(-TAIL).join('')}</span>
    </bdi>
  );
}

export function HeadingCells({ group, isOpen, frame }: { group: ForestGroup; isOpen: boolean; frame: StripFrame }) {
  return (
    <>
      <th role="rowheader" scope="row" className={styles.label}>
        <ChevronRight className={isOpen ? styles.opened : ''} size={14} strokeWidth={1.5} aria-hidden />
        <span className={styles.whole}>
          <Stored text={group.name} />
        </span>
        <Counts rows={group.rows} />
      </th>
      <td role="gridcell" className={styles.strip}>
        {frame.width > 0 && <DensityStrip rows={isOpen ? [] : group.rows} frame={frame} />}
      </td>
    </>
  );
}

const COUNTED: readonly MeasureStatus[] = ['FAIL', 'ERROR', 'INCONCLUSIVE', 'SKIPPED', 'PASS'];

/** How many rows of a group came to what; a pool counts once. */
function Counts({ rows }: { rows: readonly ForestRow[] }) {
  const own = rows.filter(({ kind }) => kind !== 'member').map(({ status }) => status ?? 'SKIPPED');
  return (
    <span className={styles.counts}>
      {COUNTED.filter((status) => own.includes(status)).map((status) => (
        <span key={status} className={styles.tally}>
          <Mark status={status} />
          {own.filter((each) => each === status).length}
        </span>
      ))}
    </span>
  );
}
