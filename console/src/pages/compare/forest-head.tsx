import { isNeutral } from '../../forest/forest-rows.js';
import { position } from '../../forest/forest-scale.js';
import { differenceHeading, sayTick } from '../../forest/forest-words.js';
import { TEXTS } from '../../texts.js';
import { type StripFrame } from '../../parts/strip.js';
import styles from './forest.module.css';

const texts = TEXTS.compare;
const HEIGHT = 34;

/** The heading with the axis, which stays in view while the rows scroll. */
export function ForestHead({ attach, frame }: { attach: (element: HTMLElement | null) => void; frame: StripFrame }) {
  const { columns } = texts;
  return (
    <thead role="rowgroup" className={styles.head}>
      <tr role="row" aria-rowindex={1} className={styles.headRow}>
        <th role="columnheader" scope="col" className={styles.label}>
          {columns.slice}
        </th>
        <th role="columnheader" scope="col" className={styles.strip} ref={attach}>
          <span className="unseen">{columns.strip}</span>
          {frame.width > 0 && <Axis frame={frame} />}
        </th>
        <th role="columnheader" scope="col" className={styles.difference}>
          {differenceHeading(frame.metric)}
        </th>
        <th role="columnheader" scope="col" className={styles.interval}>
          {columns.interval}
        </th>
        <th role="columnheader" scope="col" className={styles.count}>
          {columns.rows}
        </th>
      </tr>
    </thead>
  );
}

const NARROW = 420;

function Axis({ frame: { metric, scale, width } }: { frame: StripFrame }) {
  const zero = position(0, scale, width);
  // A narrow strip has room for its ends and the middle.
  const ticks = width < NARROW ? scale.ticks.filter((_, index) => index % 2 === 0) : scale.ticks;
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" className={styles.axis}>
      {!isNeutral(metric) && (
        <>
          <text x={zero - 10} y={12} textAnchor="end">
            {texts.axis.worse}
          </text>
          <text x={zero + 10} y={12}>
            {texts.axis.better}
          </text>
        </>
      )}
      {ticks.map((tick) => (
        <text key={tick} x={position(tick, scale, width)} y={29} textAnchor={anchorOf(tick, scale.half)}>
          {sayTick(tick, metric)}
        </text>
      ))}
    </svg>
  );
}

function anchorOf(tick: number, half: number): 'start' | 'middle' | 'end' {
  if (tick === -half) return 'start';
  return tick === half ? 'end' : 'middle';
}
