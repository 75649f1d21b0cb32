import { type GateOutcome, type RuleOutcome } from '../../judging/outcome/gate-outcome.js';
import { personOf } from '../../platform/access/subject.js';

/** A waiver that holds on the ground of a judgement. */
export interface HoldingWaiver {
  id: string;
  ruleId: string;
  grantedBy: string;
  reason: string;
  expiresAt: Date;
}

/** An inconclusive rule with the persons who waive it. */
export interface WaivedRule {
  ruleId: string;
  by: HoldingWaiver[];
  /** Persons who must still waive it before it counts as waived. */
  lacking: number;
}

type Judged = Pick<GateOutcome, 'verdict' | 'rules' | 'blockers'>;

/** Whether a rule is one that a waiver can let pass: it blocks, and was judged on too little evidence. */
export function isWaivable({ enforcement, status }: Pick<RuleOutcome, 'enforcement' | 'status'>): boolean {
  return enforcement === 'block' && status === 'INCONCLUSIVE';
}

/** The inconclusive rules that somebody waives; one person counts once for a rule, and an excluded one never. */
export function findWaivedRules(
  { rules }: Judged,
  waivers: readonly HoldingWaiver[],
  { approvals, excluded }: { approvals: number; excluded: readonly string[] },
): WaivedRule[] {
  const barred = new Set(excluded.map(personOf));
  return rules.filter(isWaivable).flatMap(({ id: ruleId }) => {
    const counted = new Map(
      waivers
        .filter((waiver) => waiver.ruleId === ruleId && !barred.has(personOf(waiver.grantedBy)))
        .map((waiver) => [personOf(waiver.grantedBy), waiver]),
    );
    const by = [...counted.values()];
    return by.length === 0 ? [] : [{ ruleId, by, lacking: Math.max(0, approvals - by.length) }];
  });
}

/** Whether nothing stands in the way of a version but rules that are waived; FAIL and ERROR are never waived. */
export function isLetThrough({ verdict, rules, blockers }: Judged, waived: readonly WaivedRule[]): boolean {
  if (verdict !== 'INCONCLUSIVE' || blockers.length > 0) return false;
  const done = new Set(waived.filter(({ lacking }) => lacking === 0).map(({ ruleId }) => ruleId));
  return rules.filter(isWaivable).every(({ id }) => done.has(id));
}
