import { readFileSync } from 'node:fs';
import {
  BINARY8_CELLS,
  type Binary8,
  type BinaryMetric,
  pairedMetric,
} from '../../../src/judging/statistics/binary8.js';
import { type GateEvidence, type MeasureEvidence } from '../../../src/judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../../../src/judging/evidence/paired-kinds.js';
import { evaluation, evidence } from './gate-builders.js';

interface CensusTables {
  pairs: Record<string, Record<string, Binary8>>;
}

const FIXTURE = new URL('../../fixtures/gates/census-income.json', import.meta.url);
const { pairs } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as CensusTables;
const METRICS: readonly BinaryMetric[] = ['accuracy', 'f1', 'recall'];

/** Real evaluations of two versions trained on census data, as version 2 against version 1, with tables of both on every slice. */
export function censusEvidence(pair: 'v1..v2' | 'v2..v3' | 'v2..v4', rest: Partial<GateEvidence> = {}): GateEvidence {
  const tables = Object.entries(pairs[pair]!);
  const measuresOf = (side: 'challenger' | 'incumbent'): MeasureEvidence[] =>
    tables.flatMap(([sliceKey, cells]) => {
      const count = cells.reduce((sum, rows) => sum + rows, 0);
      return METRICS.map((metric) => ({ metric, sliceKey, value: pairedMetric(cells, metric)[side], count }));
    });
  const paired: PairedEvidence[] = tables.map(([sliceKey, cells]) => {
    const counts = Object.fromEntries(BINARY8_CELLS.map((cell, at) => [cell, cells[at]!]));
    return { incumbentVersion: 1, sliceKey, kind: 'binary8', counts };
  });
  return evidence([], [], {
    challengerEvaluations: [evaluation(2, measuresOf('challenger'), { paired })],
    incumbentEvaluations: [evaluation(1, measuresOf('incumbent'))],
    ...rest,
  });
}
