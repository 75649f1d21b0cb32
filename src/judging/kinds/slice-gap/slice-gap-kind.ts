import { type RuleKind } from '../rule-kind.js';
import { slicedNeeds } from '../sliced-rule.js';
import { evaluateSliceGap } from './evaluate-slice-gap.js';
import { SLICE_GAP_REASONS } from './slice-gap-reasons.js';
import {
  expandSliceGap,
  sliceGapFaults,
  sliceGapIdParts,
  type SliceGapRule,
  sliceGapRuleSchema,
  sliceGapTightening,
} from './slice-gap-rule.js';

/** Whether groups lie too far apart. */
export const SLICE_GAP: RuleKind<typeof sliceGapRuleSchema, SliceGapRule> = {
  kind: 'slice_gap',
  schema: sliceGapRuleSchema,
  judgesQuality: false,
  reasons: SLICE_GAP_REASONS,
  expand: (document, defaults) => [expandSliceGap(document, defaults)],
  faults: sliceGapFaults,
  idParts: sliceGapIdParts,
  needs: slicedNeeds,
  tighter: sliceGapTightening,
  evaluate: evaluateSliceGap,
};
