import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller, callerNow } from '../../../platform/access/caller.js';
import { AuditService } from '../../../record/audit/audit.service.js';
import { Denials } from '../../../record/audit/denials.service.js';
import { forbidden } from '../../../access/tokens/auth.problems.js';
import { type ApprovalDemand, approvalEnd } from '../../approvals/approvals.js';
import { type Outcome, settle } from './settle.js';
import { approvalsOf, stateOf } from './counted-approvals.js';
import { personRequired } from '../../holds/holds.problems.js';
import { rightToDecide } from './right-to-decide.js';
import { deciderOf, rolesOf, type Viewer } from '../../approvals/decider.js';
import { displacedBy, type Refusal, type StageChange } from '../stage-change.js';
import { type TurnedDown } from '../stage-changes.service.js';
import { decisionEvent, denialEvent, TransitionOutcomes } from '../transition-outcomes.service.js';
import { refusalBlocker } from '../standing/blocker.js';
import { type StandstillCode } from '../safeguards/standstill.js';
import { blockersOf, outcomeOf, type Standing } from '../standing/standing.js';
import { Standings } from '../standing/standings.service.js';
import { TransitionApproval } from './transition-approval.entity.js';
import { type ApprovalRow, type TransitionRow } from '../transition-row.js';
import { type DecideTransitionRequest, toTransitionResponse, type TransitionResponse } from '../transitions.dto.js';
import { reportMismatch, transitionRefused } from '../transitions.problems.js';
import { decisionRefused } from '../../approvals/approvals.problems.js';
import { endApproval, lockOpenTransition } from '../transitions.queries.js';

/** A transition that awaits approval, and the ground it stands on now. */
interface OpenTransition {
  transition: TransitionRow;
  change: StageChange;
}

/** What became of a person's decision. */
type DecisionResult = { outcome: 'taken'; transition: TransitionRow } | TurnedDown;

@Injectable()
export class ApprovalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outcomes: TransitionOutcomes,
    private readonly standings: Standings,
    private readonly audit: AuditService,
    private readonly denials: Denials,
  ) {}

  /** Takes one person's decision; the last approval needed applies the transition, if its ground still holds. */
  async decideTransition(id: string, request: DecideTransitionRequest, caller: Caller): Promise<TransitionResponse> {
    const result = await this.dataSource.transaction(async (manager) => {
      const locked = await lockOpenTransition(manager, id);
      const { model, transition } = locked;
      requireReport(transition, request.expectedReportDigest);
      const [ground, now] = await Promise.all([
        this.standings.loadOpen(manager, locked, this.standings.viewerOf(caller)),
        callerNow(caller, model),
      ]);
      return this.decide(manager, { transition, change: { ...ground, caller: now } }, request);
    });
    if (result.outcome === 'refused') throw result.problem;
    return toTransitionResponse(result.transition, this.standings.viewerOf(caller));
  }

  private async decide(
    manager: EntityManager,
    open: OpenTransition,
    request: DecideTransitionRequest,
  ): Promise<DecisionResult> {
    const standing = await this.standings.examine(manager, open.transition, open.change);
    const [lost] = standing.lost;
    if (lost) return this.endUnapplied(manager, open, standing, { ...lost, outcome: 'stale' });
    const denied = await this.denyDecider(manager, open, standing);
    if (denied) return denied;
    const held = request.decision === 'approve' ? heldBack(open, standing) : null;
    if (held) return this.denyForNow(manager, open, held);
    const { approvals = null } = standing.judged ?? {};
    const decided = { ...open, transition: await insertApproval(manager, open, { ...request, demand: approvals }) };
    if (request.decision === 'approve') return this.approve(manager, decided, standing);
    return approvals?.rejectionIsVeto === false
      ? this.recordObjection(manager, decided)
      : this.reject(manager, decided);
  }

  /** An approval that is not taken is on record, as every refusal is. */
  private async denyForNow(
    manager: EntityManager,
    { transition, change }: OpenTransition,
    { problem, code }: TurnedDown & { code: StandstillCode },
  ): Promise<TurnedDown> {
    const event = denialEvent(change, { transitionId: transition.id, code });
    await this.denials.record(change.caller, `${transition.id} ${code}`, event, manager);
    return { outcome: 'refused', problem };
  }

  /** Separation of duty: who registered the version or asked for the transition does not decide on it. */
  private async denyDecider(
    manager: EntityManager,
    { transition, change }: OpenTransition,
    { judged }: Standing,
  ): Promise<TurnedDown | null> {
    if (!judged?.approvals) return null;
    const { caller } = change;
    const right = rightToDecide(transition, judged.approvals, change);
    if (right.allowed || right.code === 'TRANSITION_FINAL') return null;
    const { code, detail } = right;
    if (code === 'FORBIDDEN') {
      const problem = caller.isService ? personRequired(detail) : forbidden('transition:override', caller.roles);
      const { fromStage, toStage, kind } = transition;
      const attempt = { permission: 'transition:override', kind, fromStage, toStage } as const;
      await this.denials.record(caller, `${transition.id} ${code}`, denialEvent(change, attempt), manager);
      return { outcome: 'refused', problem };
    }
    if (code === 'SELF_APPROVAL' || code === 'ROLE_REQUIRED' || code === 'SERVICE_ACCOUNT')
      await this.denials.record(
        caller,
        `${transition.id} ${code}`,
        denialEvent(change, { transitionId: transition.id, code }),
        manager,
      );
    return { outcome: 'refused', problem: decisionRefused(code, detail) };
  }

  private async approve(manager: EntityManager, open: OpenTransition, standing: Standing): Promise<DecisionResult> {
    const { transition, change } = open;
    const decision = outcomeOf(standing, approvalsOf(transition, change.at));
    await this.audit.record(manager, change.caller, decisionEvent('approved', transition));
    switch (decision.outcome) {
      case 'awaiting_approval':
        return { outcome: 'taken', transition };
      case 'applied':
        return this.applyApproved(manager, open);
      case 'refused':
      case 'stale':
        return this.endUnapplied(manager, open, standing, decision);
    }
  }

  private async applyApproved(manager: EntityManager, open: OpenTransition): Promise<DecisionResult> {
    const displacedVersion = displacedBy(open.change, open.transition.toStage);
    const applied = settleNow(open, { status: 'applied', displacedVersion });
    await this.outcomes.applyOpen(manager, open.change, applied);
    return { outcome: 'taken', transition: applied };
  }

  private async reject(manager: EntityManager, open: OpenTransition): Promise<DecisionResult> {
    const { caller } = open.change;
    const outcome = { status: 'rejected', code: 'REJECTED', detail: `Rejected by ${caller.subject}.` } as const;
    const rejected = settleNow(open, outcome);
    await this.outcomes.end(manager, rejected, caller);
    return { outcome: 'taken', transition: rejected };
  }

  /** A rejection that is no veto ends nothing: others may still approve. */
  private async recordObjection(
    manager: EntityManager,
    { transition, change }: OpenTransition,
  ): Promise<DecisionResult> {
    await this.audit.record(manager, change.caller, decisionEvent('objected', transition));
    return { outcome: 'taken', transition };
  }

  /** Ends a transition that cannot be applied any more. */
  private async endUnapplied(
    manager: EntityManager,
    open: OpenTransition,
    standing: Standing,
    refusal: Refusal<'refused' | 'stale'>,
  ): Promise<TurnedDown> {
    const { outcome: status, code, detail } = refusal;
    const ended = settleNow(open, { status, code, detail });
    await this.outcomes.end(manager, ended, open.change.caller);
    const transition = toTransitionResponse(ended, open.change);
    const problem = transitionRefused(refusal, { transition, blockers: blockersOf(standing) });
    return { outcome: 'refused', problem };
  }
}

/** An approval that would be enough is not taken while the model is kept as it is; the transition stays open for a later one. */
function heldBack(
  { transition, change }: OpenTransition,
  standing: Standing,
): (TurnedDown & { code: StandstillCode }) | null {
  const { caller } = change;
  const own = {
    ...deciderOf(caller, transition.kind === 'override'),
    actor: caller.subject,
    decision: 'approve' as const,
  };
  const foreseen = outcomeOf(standing, [...approvalsOf(transition, change.at), own]);
  if (foreseen.outcome !== 'awaiting_approval' || foreseen.code === undefined) return null;
  const standstill = change.facts.standstill.find(({ code }) => code === foreseen.code);
  const refusal = { outcome: 'refused', code: foreseen.code, detail: foreseen.detail, standstill } as const;
  const answered = toTransitionResponse(transition, change);
  const others = blockersOf(standing).filter(({ code }) => code !== 'APPROVALS_LACKING' && code !== foreseen.code);
  const blockers = [refusalBlocker(refusal), ...others];
  const problem = transitionRefused(refusal, { transition: answered, blockers });
  return { outcome: 'refused', problem, code: foreseen.code };
}

function settleNow({ transition, change }: OpenTransition, outcome: Outcome): TransitionRow {
  return settle(transition, outcome, { caller: change.caller, at: change.at, settledAt: change.model.now });
}

/** A decision as it is asked for, with the demand that says how long an approval counts. */
interface AskedDecision extends DecideTransitionRequest {
  demand: ApprovalDemand | null;
}

/** Writes the caller's decision, bound to the report that it was taken on; answers the transition with it. */
async function insertApproval(
  manager: EntityManager,
  { transition, change: { model, caller, at } }: OpenTransition,
  { decision, comment, demand }: AskedDecision,
): Promise<TransitionRow> {
  const expiresAt = decision === 'approve' && demand ? approvalEnd(demand, at) : null;
  const approval = {
    id: uuidv7(),
    gateReportDigest: transition.gateReport?.digest ?? '',
    decision,
    decidedBy: caller.subject,
    roles: rolesOf(caller, transition.kind === 'override'),
    groups: [...caller.groups],
    comment: comment ?? null,
  };
  const { id: transitionId } = transition;
  const earlier = await endLapsed(manager, transition, { caller, at });
  await manager.insert(TransitionApproval, { ...approval, transitionId, decidedAt: model.now, expiresAt });
  const times = { decidedAt: model.now.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, endedAt: null };
  const taken: ApprovalRow = {
    ...approval,
    ...times,
    endedAs: null,
    holder: { isOut: false, lostRoles: [], lostGroups: [] },
  };
  return { ...transition, approvals: [...earlier, taken] };
}

/** An earlier decision of the same subject that does not count any more gives way to the new one. */
async function endLapsed(
  manager: EntityManager,
  { approvals }: TransitionRow,
  { caller, at }: Viewer,
): Promise<ApprovalRow[]> {
  const rows: ApprovalRow[] = [];
  for (const row of approvals) {
    const state = stateOf(row, at);
    const isLapsed = row.endedAs === null && state !== 'counts' && row.decidedBy === caller.subject;
    if (isLapsed) await endApproval(manager, row.id, state, at);
    rows.push(isLapsed ? { ...row, endedAs: state, endedAt: at.toISOString(), holder: null } : row);
  }
  return rows;
}

/** A person decides on what was on the screen: on another report nothing is decided. */
function requireReport({ id, gateReport }: TransitionRow, expected: string | undefined): void {
  const digest = gateReport?.digest ?? null;
  if (expected !== undefined && expected !== digest) throw reportMismatch(id, expected, digest);
}
