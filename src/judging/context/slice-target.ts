import { type EvaluationIndex } from '../evidence/evaluation-index.js';
import { type Slice } from '../evidence/slice-key.js';
import { type Settlement } from '../outcome/measure-outcome.js';

/** What a rule says of its slices. */
export interface SliceDemand {
  metric: string;
  /** Canonical slices sorted by key; `{}` stands for the whole. */
  slices: Slice[];
  /** Features, or crosses such as `sex&race`, whose values are discovered in the evidence. */
  slicesOf: string[];
  minSliceSize: number;
  maxSlices: number;
  poolSmallSlices: boolean;
  maxUntestedShare: number;
}

/** What becomes of one slice of a rule: judged, or settled already with a reason. */
export interface SliceTarget {
  slice: Slice;
  key: string;
  settled?: Settlement;
}

/** The slices of a rule, and the evaluations in which pooled slices can be found like any other. */
export interface RuleSlices {
  targets: SliceTarget[];
  challenger: EvaluationIndex;
  incumbent: EvaluationIndex | undefined;
}
