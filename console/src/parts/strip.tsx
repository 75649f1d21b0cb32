import { createElement } from 'react';
import { type ForestMetric, type ForestRow } from '../forest/forest-rows.js';
import { type ForestScale, position } from '../forest/forest-scale.js';
import { sayDifference } from '../forest/forest-words.js';
import { type Shape, stripShapes } from '../forest/strip-shapes.js';
import styles from './strip.module.css';

export interface StripFrame {
  metric: ForestMetric;
  scale: ForestScale;
  largest: number;
  width: number;
  height: number;
}

/** One row of the plot; its sentence says the same to those who do not see it. */
export function Strip({ row, frame }: { row: ForestRow; frame: StripFrame }) {
  const { metric, scale, largest, width, height } = frame;
  const say = (improvement: number) => sayDifference(improvement, metric);
  const shapes = stripShapes(row, { scale, largest, width, height, say });
  return (
    <svg className={styles.strip} width={width} height={height} aria-hidden="true">
      {shapes.map((shape, index) => drawn(shape, index))}
    </svg>
  );
}

function drawn({ tag, role, tone, attributes, text }: Shape, key: number) {
  return createElement(tag, { ...attributes, key, className: `${styles[role]} ${styles[`tone-${tone}`]}` }, text);
}

/** Where the rows of a closed group lie, one tick each. */
export function DensityStrip({ rows, frame }: { rows: readonly ForestRow[]; frame: StripFrame }) {
  const { scale, width, height } = frame;
  const places = rows.flatMap(({ improvement }) => (improvement === null ? [] : [position(improvement, scale, width)]));
  return (
    <svg className={styles.strip} width={width} height={height} aria-hidden="true">
      <line className={styles.zero} x1={position(0, scale, width)} x2={position(0, scale, width)} y1={0} y2={height} />
      <path className={styles.density} d={places.map((x) => `M${x} ${height * 0.25}V${height * 0.75}`).join('')} />
    </svg>
  );
}
