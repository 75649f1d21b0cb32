import { codesOf, type Reasons } from '../../verdict/reasons.js';

/** Why a rule of this kind alone ends as it does. */
export const METADATA_REASONS = {
  FACT_HOLDS: { ends: ['PASS'], meaning: 'the record states what is demanded' },
  FACT_MISSING: { ends: ['FAIL'], meaning: 'the record does not state it', remedy: 'register a version that does' },
  FACT_DOES_NOT_HOLD: {
    ends: ['FAIL'],
    meaning: 'the record states something else',
    remedy: 'register a version that states it as demanded',
  },
  SIGNATURE_MISSING: {
    ends: ['FAIL'],
    meaning: 'the artifact carries no signature',
    remedy: 'sign the artifact and send the signature with the version',
  },
  SIGNATURE_NOT_TRUSTED: {
    ends: ['FAIL'],
    meaning: 'nobody whom the policy names, by key or identity, signed this artifact',
    remedy: 'have the artifact signed by one of them',
  },
  FACT_NOT_COMPATIBLE: {
    ends: ['FAIL'],
    meaning: 'callers of the incumbent could not call this version',
    remedy: 'keep the signature, or make new inputs optional',
  },
} as const satisfies Reasons;

/** Their codes. */
export const METADATA_CODES = codesOf(METADATA_REASONS);
