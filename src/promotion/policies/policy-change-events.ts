import { type AuditEntry } from '../../record/events/catalogue.js';
import { type ApprovalDecision } from '../approvals/approvals.js';

type Step = 'requested' | 'approved' | 'objected' | 'withdrawn' | 'applied' | 'rejected' | 'cancelled' | 'stale';

/** As much of a change of a policy as its events tell. */
interface ToldChange {
  id: string;
  modelId: string | null;
  model: string | null;
  digest: string;
  requestedBy: string;
  comment: string | null;
  revision: number | null;
  outcomeCode: string | null;
  outcomeDetail: string | null;
  approvals: readonly {
    decidedBy: string;
    decision: ApprovalDecision;
    comment: string | null;
    withdrawnAt: string | null;
  }[];
}

/** The event of a step that a change of a policy took. */
export function changeEvent(step: Step, change: ToldChange): Extract<AuditEntry, { action: `policy_change.${Step}` }> {
  const { id, modelId, model, digest, requestedBy, comment, revision, outcomeCode, outcomeDetail, approvals } = change;
  return {
    action: `policy_change.${step}`,
    modelId,
    model,
    details: {
      id,
      digest,
      requestedBy,
      approvals: approvals.map(({ decidedBy: actor, decision, comment: said, withdrawnAt }) => ({
        actor,
        decision,
        comment: said,
        ...(withdrawnAt !== null && { ended: 'withdrawn' as const }),
      })),
      ...(comment !== null && { comment }),
      ...(revision !== null && { revision }),
      ...(outcomeCode !== null && outcomeDetail !== null && { code: outcomeCode, detail: outcomeDetail }),
    },
  };
}
