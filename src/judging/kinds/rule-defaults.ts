import { type EvidenceLevel } from '../evidence/gate-evidence.js';
import { type MetricKind } from '../evidence/metric-definition.js';
import { type Enforcement } from '../outcome/enforcement.js';
import { type RegressionMode } from './regression/regression-mode.js';

/** What a rule means where it is silent, by the defaults of its policy and the preset of its stage. */
export interface RuleDefaults {
  enforcement: Enforcement;
  minSliceSize: number;
  confidence: number;
  minEvidence: EvidenceLevel;
  onInconclusive: 'block' | 'warn';
  /** How values are compared on named slices, the whole among them. */
  mode: RegressionMode;
  /** How they are compared on discovered slices. */
  discoveredMode: RegressionMode;
  discoveredOnInconclusive: 'block' | 'warn';
  poolSmallSlices: boolean;
  criticalSlices: boolean;
  /** What kind of number a metric is, by its declaration or because it is well known. */
  metricKind(metric: string): MetricKind | undefined;
}
