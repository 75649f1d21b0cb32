import { type GateMeasureResponse } from '@stagegate/client';
import { type ReactElement } from 'react';
import { isShare } from '../format/judgement.js';
import { improvementBounds } from '../../../src/promotion/gates/measure-limit.js';
import { largestOf } from '../forest/forest-order.js';
import { type ForestMetric, type ForestRow } from '../forest/forest-rows.js';
import { scaleOf } from '../forest/forest-scale.js';
import { Strip } from './strip.js';

const WIDTH = 168;
const HEIGHT = 24;
/** Marks of half the size, since a short strip has short intervals. */
const SMALLER = 4;

/** The measures of a rule as strips of one scale, by their places; none where nothing was compared, or not on one metric. */
export function measureStrips(measures: readonly GateMeasureResponse[]): (ReactElement | null)[] | null {
  const compared = measures.filter(({ observed }) => observed.improvement !== undefined);
  const metrics = new Set(compared.map(({ metric }) => metric));
  if (metrics.size !== 1) return null;
  const share = isShare(compared[0]!);
  const rows = measures.map(rowOf);
  const metric: ForestMetric = { name: compared[0]!.metric, direction: null, unit: null, isShare: share, decimals: 1 };
  const frame = {
    metric,
    scale: scaleOf(rows, share, false),
    largest: SMALLER * largestOf(rows),
    width: WIDTH,
    height: HEIGHT,
  };
  return rows.map((row, index) => (row.improvement === null ? null : <Strip key={index} row={row} frame={frame} />));
}

function rowOf(measure: GateMeasureResponse): ForestRow {
  const { slice, status, observed, required, neededN = null } = measure;
  const { lower = null, upper = null } = improvementBounds(measure.observed);
  const bounds = { lower, upper, confidence: required.confidence ?? null, adjusted: observed.pAdjusted !== undefined };
  return {
    key: '',
    kind: 'slice',
    slice,
    group: '',
    label: '',
    status,
    challenger: observed.challenger ?? null,
    incumbent: observed.incumbent ?? null,
    improvement: observed.improvement ?? null,
    interval: null,
    decision: lower === null && upper === null ? null : bounds,
    margin: required.margin ?? null,
    count: observed.count ?? null,
    neededN,
    ruleIds: [],
    pool: null,
  };
}
