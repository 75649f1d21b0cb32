import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../../platform/access/caller.js';
import { Clock } from '../../../platform/clock.js';
import { viewModel } from '../../../registry/models/models.queries.js';
import { GatesService, type Judgement } from '../../gates/gates.service.js';
import { type ApprovalDemand, findExpiry } from '../../approvals/approvals.js';
import { approvalsOf } from '../decisions/counted-approvals.js';
import { decideLegality } from '../lifecycle.js';
import { findStalePins, type Pins, pinsOf, pinsOfRow } from '../decisions/pins.js';
import { loadStageChange } from '../stage-changes.service.js';
import { findGroundChanges } from './ground-changes.queries.js';
import { rightToDecide } from '../decisions/right-to-decide.js';
import { deciderOf, type Viewer } from '../../approvals/decider.js';
import { judgedSubject, judgeMove, type StageChange, type StageRequest } from '../stage-change.js';
import { toBlocker } from './blocker.js';
import { barredStanding, blockersOf, outcomeOf, type Standing } from './standing.js';
import { toPinStandings, toStandingResponse, type TransitionStandingResponse } from './standing.dto.js';
import { type TransitionRow } from '../transition-row.js';
import { findModelOf, loadTransition, type LockedTransition } from '../transitions.queries.js';

/** An open transition with its standing, and what it is pinned to as it is now. */
interface Examined extends Standing {
  current: Pins;
}

/** Where open transitions stand. Decisions rest on the same examination, so they agree with what people saw before. */
@Injectable()
export class Standings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gates: GatesService,
    private readonly clock: Clock,
  ) {}

  /** A caller who looks now. */
  viewerOf(caller: Caller): Viewer {
    return { caller, at: this.clock.now() };
  }

  /** Tells where a transition stands, from one moment of the database, and changes nothing. */
  getStanding(id: string, caller: Caller): Promise<TransitionStandingResponse> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const transition = await loadTransition(manager, id);
      const viewer = this.viewerOf(caller);
      if (transition.status !== 'awaiting_approval') return settledStanding(transition, viewer);
      const examined = await this.examineNow(manager, transition, viewer);
      const demand = examined.judged ? examined.judged.approvals : transition.approvalDemand;
      const right = rightToDecide(transition, demand, viewer);
      const own = {
        ...deciderOf(caller, transition.kind === 'override'),
        actor: caller.subject,
        decision: 'approve' as const,
      };
      const ifApproved = right.allowed ? outcomeOf(examined, [...approvalsOf(transition, viewer.at), own]) : null;
      const changes = await findGroundChanges(manager, transition, examined.change);
      const pins = toPinStandings(pinsOfRow(transition), examined.current, changes);
      return toStandingResponse({
        transition,
        demand,
        right,
        pins,
        blockers: blockersOf(examined),
        ifApproved,
        viewer,
      });
    });
  }

  /** Judges an open transition again, on what the transaction sees. */
  async examine(manager: EntityManager, transition: TransitionRow, change: StageChange): Promise<Examined> {
    const { judgement, ...standing } = await this.judgeNow(manager, change);
    const current = pinsOf(change, judgement);
    const bypassed = transition.override && new Set(transition.override.bypassed.map(({ code }) => code));
    const stale = findStalePins(pinsOfRow(transition), current);
    const expiry = findExpiry(transition.approvalDemand?.expiresAt, change.at) ?? [];
    return { ...standing, lost: [...standing.lost, ...stale, ...[expiry].flat()], bypassed, current };
  }

  /** Judges a move by the lifecycle and by the gates of its stage, and decides nothing. */
  async judgeNow(manager: EntityManager, change: StageChange): Promise<Standing & { judgement: Judgement }> {
    const judgement = await this.gates.judge(manager, judgedSubject(change));
    const legality = decideLegality(change.demand, change.facts);
    const judged = 'move' in legality ? judgeMove(change, legality.move, judgement) : null;
    return { ...barredStanding(change, judged), judgement };
  }

  /** The approvals that a transition of an earlier release waits for, which are not kept beside it. */
  async findDemand(transition: TransitionRow, caller: Caller): Promise<ApprovalDemand | null> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { judged } = await this.examineNow(manager, transition, this.viewerOf(caller));
      return judged?.approvals ?? null;
    });
  }

  /** What an open transition stands on now. */
  loadOpen(manager: EntityManager, { model, transition }: LockedTransition, viewer: Viewer): Promise<StageChange> {
    return loadStageChange(manager, { ...requestOf(transition, viewer), model, at: viewer.at });
  }

  private async examineNow(manager: EntityManager, transition: TransitionRow, viewer: Viewer): Promise<Examined> {
    const model = await viewModel(manager, await findModelOf(manager, transition.id));
    const change = await this.loadOpen(manager, { model, transition }, viewer);
    return this.examine(manager, transition, change);
  }
}

/** The same request once more, with the decisions taken on it. */
function requestOf(transition: TransitionRow, { caller, at }: Viewer): StageRequest {
  const { version, toStage, reason, alias, requestedBy } = transition;
  const override = transition.override ? { override: { ticket: transition.override.ticket } } : {};
  const demand = { toStage, isRollback: false, reason, allowEmptyProduction: false, ...override };
  return { version, demand, alias, requestedBy, approvals: approvalsOf(transition, at), caller };
}

function settledStanding(transition: TransitionRow, viewer: Viewer): TransitionStandingResponse {
  const { status, outcomeDetail, approvalDemand: demand } = transition;
  const right = rightToDecide(transition, demand, viewer);
  const blockers =
    status === 'applied' ? [] : [toBlocker('TRANSITION_FINAL', outcomeDetail ?? `The transition is ${status}.`)];
  return toStandingResponse({ transition, demand, right, pins: [], blockers, ifApproved: null, viewer });
}
