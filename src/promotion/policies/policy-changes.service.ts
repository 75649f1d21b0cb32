import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { parseGatePolicy } from '../../judging/policy/parse-gate-policy.js';
import { type Caller } from '../../platform/access/caller.js';
import { callerAt } from '../../platform/access/rights.js';
import { isSamePerson } from '../../platform/access/subject.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { Denials } from '../../record/audit/denials.service.js';
import { databaseTime, findModel } from '../../registry/models/models.queries.js';
import { approvalEnd, judgeApprovals, type LostGround, findExpiry } from '../approvals/approvals.js';
import { rolesOf, type Viewer } from '../approvals/decider.js';
import {
  changeIsLost,
  changeCancellationForbidden,
  policyChangeIsFinal,
  policyChangeNotFound,
} from './policy-changes.problems.js';
import { decisionRefused } from '../approvals/approvals.problems.js';
import { countedDecisions, isBasedOn } from './changes-of-policy.js';
import { composeRevisions, loadNewestRevisions, lockRevisions } from './gate-policies.queries.js';
import { lockOwner, PolicyRevisions } from './policy-revisions.service.js';
import { changeEvent } from './policy-change-events.js';
import { PolicyChangeApproval } from './policy-change-approval.entity.js';
import {
  type DecidePolicyChangeRequest,
  type ListPolicyChangesQuery,
  type PolicyChangeResponse,
  rightToDecideChange,
  toPolicyChangeResponse,
} from './policy-changes.dto.js';
import {
  findChange,
  listChangeRows,
  modelOf,
  type PolicyChangeRow,
  writeChangeOutcome,
} from './policy-changes.queries.js';
import { REGISTRY } from './policy-scope.js';

/** What became of a decision: a refusal is thrown once what it ended is committed. */
type Decided = { row: PolicyChangeRow } | { lost: LostGround };

/** Decisions on changes of policies, each judged under the policy that it changes. */
@Injectable()
export class PolicyChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly revisions: PolicyRevisions,
    private readonly audit: AuditService,
    private readonly denials: Denials,
  ) {}

  async getPolicyChange(id: string, caller: Caller): Promise<PolicyChangeResponse> {
    const row = await findChange(this.dataSource.manager, id);
    if (!row) throw policyChangeNotFound(id);
    return toPolicyChangeResponse(row, this.viewer(caller));
  }

  async listPolicyChanges(query: ListPolicyChangesQuery, caller: Caller): Promise<Page<PolicyChangeResponse>> {
    const { manager } = this.dataSource;
    const { model, ...rest } = query;
    const scope = model === undefined ? undefined : (await findModel(manager, model)).id;
    const page = await listChangeRows(manager, { ...rest, scope }, caller.scope);
    return mapPage(page, (row) => toPolicyChangeResponse(row, this.viewer(callerAt(caller, modelOf(row)))));
  }

  /** Takes one person's decision; the last approval makes the new revision, if the policy is as it was. */
  async decidePolicyChange(
    id: string,
    request: DecidePolicyChangeRequest,
    caller: Caller,
  ): Promise<PolicyChangeResponse> {
    const viewer = this.viewer(caller);
    const decided = await this.dataSource.transaction(async (manager): Promise<Decided> => {
      const row = await lockOpenChange(manager, id);
      const lost = await findLost(manager, row, viewer);
      if (lost) {
        await this.settle(manager, row, { status: 'stale', ...lost }, caller);
        return { lost };
      }
      await this.requireRight(row, viewer);
      return { row: await this.take(manager, row, request, viewer) };
    });
    if ('lost' in decided) throw changeIsLost(decided.lost);
    return toPolicyChangeResponse(decided.row, viewer);
  }

  async cancelPolicyChange(id: string, caller: Caller): Promise<PolicyChangeResponse> {
    return this.dataSource.transaction(async (manager) => {
      const row = await lockOpenChange(manager, id);
      if (!isSamePerson(row.requestedBy, caller.subject) && !caller.permissions.has('transition:cancel-all'))
        throw changeCancellationForbidden(row.requestedBy);
      const detail = `Cancelled by ${caller.subject}.`;
      const cancelled = await this.settle(manager, row, { status: 'cancelled', code: 'CANCELLED', detail }, caller);
      return toPolicyChangeResponse(cancelled, this.viewer(caller));
    });
  }

  private viewer(caller: Caller): Viewer {
    return { caller, at: this.revisions.now() };
  }

  private async requireRight(row: PolicyChangeRow, viewer: Viewer): Promise<void> {
    const right = rightToDecideChange(row, viewer);
    if (right.allowed) return;
    const { code, detail } = right;
    // The route asks for the permission, and the lock for one that is open.
    if (code === 'FORBIDDEN' || code === 'TRANSITION_FINAL') throw policyChangeIsFinal(row.id, row.status);
    if (code === 'SELF_APPROVAL' || code === 'SERVICE_ACCOUNT' || code === 'ROLE_REQUIRED')
      await this.denials.record(viewer.caller, `${row.id} ${code}`, {
        action: 'access.denied',
        details: { policyChangeId: row.id, code },
      });
    throw decisionRefused(code, detail);
  }

  /** Writes a decision that is allowed, and what it brings about. */
  private async take(
    manager: EntityManager,
    row: PolicyChangeRow,
    { decision, comment: said }: DecidePolicyChangeRequest,
    { caller, at }: Viewer,
  ): Promise<PolicyChangeRow> {
    const { subject: decidedBy, groups } = caller;
    const expiresAt = decision === 'approve' ? approvalEnd(row.approvalDemand, at) : null;
    const comment = said ?? null;
    const given = { decision, comment, decidedBy, roles: rolesOf(caller), groups: [...groups] };
    const decidedAt = await databaseTime(manager);
    const written = { id: uuidv7(), policyChangeId: row.id, ...given, decidedAt, expiresAt, withdrawnAt: null };
    await manager.insert(PolicyChangeApproval, written);
    const taken = {
      ...given,
      id: written.id,
      decidedAt: decidedAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      withdrawnAt: null,
      holder: null,
    };
    const after = { ...row, approvals: [...row.approvals, taken] };
    const state = judgeApprovals(row.approvalDemand, countedDecisions(after.approvals, at));
    if (state.rejected) {
      const outcome = { status: 'rejected', code: 'REJECTED', detail: `Rejected by ${decidedBy}.` } as const;
      return this.settle(manager, after, outcome, caller);
    }
    await this.audit.record(manager, caller, changeEvent(decision === 'approve' ? 'approved' : 'objected', after));
    return state.complete ? this.apply(manager, after, caller) : after;
  }

  private async apply(manager: EntityManager, row: PolicyChangeRow, caller: Caller): Promise<PolicyChangeRow> {
    const parsed = parseGatePolicy(row.source);
    if (!parsed.ok) throw new Error('A policy that was valid when it was asked for is not any more.');
    const scope = row.model === null ? REGISTRY : ({ of: 'model', model: row.model } as const);
    const { policy, digest } = parsed;
    const draft = { document: row.source as Record<string, unknown>, policy, digest, comment: row.comment };
    const { revision } = await this.revisions.insert(manager, scope, draft, { author: row.requestedBy, caller });
    return this.settle(manager, row, { status: 'applied', revision: revision.revision }, caller);
  }

  private async settle(
    manager: EntityManager,
    row: PolicyChangeRow,
    outcome: ChangeOutcome,
    caller: Caller,
  ): Promise<PolicyChangeRow> {
    const settled = await settleChange(manager, row, outcome, caller);
    await this.audit.record(manager, caller, changeEvent(outcome.status, settled));
    return settled;
  }
}

/** How a change ends. */
export type ChangeOutcome =
  | { status: 'applied'; revision: number }
  | { status: 'rejected' | 'cancelled' | 'stale'; code: 'REJECTED' | 'CANCELLED' | LostGround['code']; detail: string };

/** Writes how a change ends, and answers it so. */
export async function settleChange(
  manager: EntityManager,
  row: PolicyChangeRow,
  outcome: ChangeOutcome,
  { subject }: Caller,
): Promise<PolicyChangeRow> {
  const settled = {
    ...row,
    status: outcome.status,
    settledAt: await databaseTime(manager),
    settledBy: subject,
    outcomeCode: 'code' in outcome ? outcome.code : null,
    outcomeDetail: 'detail' in outcome ? outcome.detail : null,
    revision: 'revision' in outcome ? outcome.revision : null,
  };
  await writeChangeOutcome(manager, settled);
  return settled;
}

/** Why a change can no longer be applied: other revisions hold, or its time is over; null while it can. */
export async function findLost(
  manager: EntityManager,
  { scope, basedOn, approvalDemand }: PolicyChangeRow,
  { at }: Pick<Viewer, 'at'>,
): Promise<LostGround | null> {
  const { composedOf } = composeRevisions(await loadNewestRevisions(manager, scope));
  if (isBasedOn(basedOn, composedOf)) return findExpiry(approvalDemand.expiresAt, at);
  const detail = 'The gate policy changed since the change was asked for. Set it anew, on top of what holds now.';
  return { outcome: 'stale', code: 'STALE_POLICY', detail };
}

/** A change that awaits approval, under the locks of whoever sets the policy. */
async function lockOpenChange(manager: EntityManager, id: string): Promise<PolicyChangeRow> {
  const row = await lockChange(manager, id);
  if (row.status !== 'awaiting_approval') throw policyChangeIsFinal(id, row.status);
  return row;
}

/** A change under the locks of whoever sets the policy. */
export async function lockChange(manager: EntityManager, id: string): Promise<PolicyChangeRow> {
  const found = await findChange(manager, id);
  if (!found) throw policyChangeNotFound(id);
  await lockOwner(manager, found.model === null ? REGISTRY : { of: 'model', model: found.model });
  await lockRevisions(manager);
  const row = await findChange(manager, id);
  if (!row) throw policyChangeNotFound(id);
  return row;
}
