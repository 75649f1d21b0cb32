import { kindId } from '../rule-base.js';
import { type RuleKind } from '../rule-kind.js';
import { evaluateMetadata } from './evaluate-metadata.js';
import { METADATA_REASONS } from './metadata-reasons.js';
import {
  expandMetadata,
  isMoreDemands,
  metadataFaults,
  type MetadataRule,
  metadataRuleSchema,
} from './metadata-rule.js';

/** Whether the record of the version states what it must. */
export const METADATA: RuleKind<typeof metadataRuleSchema, MetadataRule> = {
  kind: 'metadata',
  schema: metadataRuleSchema,
  judgesQuality: false,
  reasons: METADATA_REASONS,
  expand: (document, defaults) => [expandMetadata(document, defaults)],
  faults: metadataFaults,
  idParts: kindId,
  needs: ({ require: demands }) => (demands.some(({ op }) => op === 'verified') ? ['signatures'] : []),
  tighter: () => ({ require: isMoreDemands }),
  evaluate: evaluateMetadata,
};
