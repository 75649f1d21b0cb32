export const EVIDENCE_PARTS = ['metrics', 'paired'] as const;
export type EvidencePart = (typeof EVIDENCE_PARTS)[number];

export const INCLUSIONS = ['all', ...EVIDENCE_PARTS, 'none'] as const;
/** The parts of its evidence that a list shows of each evaluation. */
export type Inclusion = (typeof INCLUSIONS)[number];

export function includedParts(include: Inclusion): EvidencePart[] {
  return EVIDENCE_PARTS.filter((part) => include === 'all' || include === part);
}
