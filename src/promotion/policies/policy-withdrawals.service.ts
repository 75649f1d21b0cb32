import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { isSamePerson } from '../../platform/access/subject.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { databaseTime } from '../../registry/models/models.queries.js';
import { decisionNotFound } from '../approvals/approvals.problems.js';
import { changeEvent } from './policy-change-events.js';
import { type PolicyChangeResponse, toPolicyChangeResponse } from './policy-changes.dto.js';
import { changeIsLost, policyChangeIsFinal, policyChangeIsOpen } from './policy-changes.problems.js';
import {
  type ChangeApprovalRow,
  findChange,
  findOpenChange,
  type PolicyChangeRow,
  withdrawChangeDecision,
  writeChangeOutcome,
} from './policy-changes.queries.js';
import { findLost, lockChange } from './policy-changes.service.js';
import { PolicyRevisions } from './policy-revisions.service.js';

/** Takes decisions on changes of policies back. The withdrawal of a veto opens its change again, as long as the policy is as it was. */
@Injectable()
export class PolicyWithdrawals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly revisions: PolicyRevisions,
    private readonly audit: AuditService,
  ) {}

  /** Withdraws the caller's decision, whichever it was; the caller may decide anew. */
  withdrawPolicyDecision(id: string, caller: Caller): Promise<PolicyChangeResponse> {
    return this.dataSource.transaction(async (manager) => {
      const viewer = { caller, at: this.revisions.now() };
      const row = await lockChange(manager, id);
      const mine = findOwnDecision(row, caller);
      const isVeto = row.status === 'rejected' && mine.decision === 'reject';
      if (isVeto) await this.requireGround(manager, row);
      await withdrawChangeDecision(manager, mine.id, await databaseTime(manager));
      if (isVeto) await writeChangeOutcome(manager, reopened(row));
      const withdrawn = (await findChange(manager, id))!;
      await this.audit.record(manager, caller, changeEvent('withdrawn', withdrawn));
      return toPolicyChangeResponse(withdrawn, viewer);
    });
  }

  /** A change whose ground is gone, or that was asked for again, stays rejected: 409 says why. */
  private async requireGround(manager: EntityManager, row: PolicyChangeRow): Promise<void> {
    const lost = await findLost(manager, row, { at: this.revisions.now() });
    if (lost) throw changeIsLost(lost);
    const other = await findOpenChange(manager, row.scope);
    if (other) throw policyChangeIsOpen(other);
  }
}

/** The decision of the caller that stands, on a change that is open or was ended by one. */
function findOwnDecision({ id, status, approvals }: PolicyChangeRow, { subject }: Caller): ChangeApprovalRow {
  if (status !== 'awaiting_approval' && status !== 'rejected') throw policyChangeIsFinal(id, status);
  const mine = approvals.find((row) => row.withdrawnAt === null && isSamePerson(row.decidedBy, subject));
  if (!mine) throw decisionNotFound(`the change ${id}`, subject);
  return mine;
}

function reopened(row: PolicyChangeRow): PolicyChangeRow {
  const none = { settledAt: null, settledBy: null, outcomeCode: null, outcomeDetail: null };
  return { ...row, status: 'awaiting_approval', ...none };
}
