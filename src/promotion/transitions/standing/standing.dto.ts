import { IsDigest, IsId, IsOneOf } from '../../../platform/http/fields.js';
import {
  ApprovalDemandResponse,
  MayDecideResponse,
  toDemandResponse,
  toMayDecideResponse,
} from '../../approvals/approval-demand.dto.js';
import { type ApprovalDemand } from '../../approvals/approvals.js';
import { holds, PIN_NAMES, type PinName, type Pins, pinValue } from '../decisions/pins.js';
import { type Decision, TRANSITION_STATUSES, type TransitionStatus } from '../stage-change.js';
import { type GroundChanges } from './ground-changes.queries.js';
import { approvalsOf } from '../decisions/counted-approvals.js';
import { type DecisionRight, type Viewer } from '../../approvals/decider.js';
import { type Blocker } from './blocker.js';
import { toBlockerResponse, TransitionBlockerResponse } from './blocker.dto.js';
import { type TransitionRow } from '../transition-row.js';

/** One thing that a transition is pinned to, then and now. */
export class PinStandingResponse {
  /** What it is. */
  @IsOneOf(PIN_NAMES)
  pin: PinName;

  /** Whether it is as it was; an incumbent that went and came back is not. */
  holds: boolean;

  /** Its value when the transition was asked for: a version number, a stage or a digest; null for none. */
  pinned: string | null;

  /** Its value now. */
  current: string | null;

  /** When it last changed; null while it holds, and for what has no record of changes. */
  changedAt: Date | null;

  /** Who changed it last; null likewise. */
  changedBy: string | null;
}

/** What a transition would come to. */
export class ForeseenOutcomeResponse {
  /** The status it would have. */
  @IsOneOf(TRANSITION_STATUSES)
  status: TransitionStatus;

  /** Stable reason of an outcome other than applied or awaiting approval; null for these. */
  code: string | null;

  /** The same for people, or what approval would be missing still. */
  detail: string | null;
}

/** Where a transition stands now. */
export class TransitionStandingResponse {
  /** Identifier of the transition. */
  @IsId()
  id: string;

  /** Its status. */
  @IsOneOf(TRANSITION_STATUSES)
  status: TransitionStatus;

  /** Whether it is open and all that it is pinned to is as it was. */
  holds: boolean;

  /** Digest of the gate report it rests on, to be sent back with a decision; null when no gate judged. */
  @IsDigest()
  reportDigest: string | null;

  /** What it is pinned to, then and now; empty once it has its outcome. */
  pins: PinStandingResponse[];

  /** Everything that stands in the way now, with who can clear it. */
  blockers: TransitionBlockerResponse[];

  /** The approvals it waits for; null when it asks for none. */
  demand: ApprovalDemandResponse | null;

  /** Whether the caller may decide on it. */
  mayDecide: MayDecideResponse;

  /** What an approval by the caller would make of it now; null when the caller may not decide. */
  ifApproved: ForeseenOutcomeResponse | null;
}

/** All that the answer is made of. */
export interface ToldStanding {
  transition: TransitionRow;
  demand: ApprovalDemand | null;
  right: DecisionRight;
  pins: PinStandingResponse[];
  blockers: Blocker[];
  ifApproved: Decision | null;
  viewer: Viewer;
}

export function toPinStandings(pinned: Pins, current: Pins, changes: GroundChanges): PinStandingResponse[] {
  return PIN_NAMES.map((pin) => {
    const isHeld = holds(pin, pinned, current);
    const change = isHeld ? undefined : changes[pin];
    return {
      pin,
      holds: isHeld,
      pinned: pinValue(pin, pinned),
      current: pinValue(pin, current),
      changedAt: change?.at ?? null,
      changedBy: change?.by ?? null,
    };
  });
}

export function toStandingResponse(told: ToldStanding): TransitionStandingResponse {
  const { transition, demand, right, pins, blockers, ifApproved } = told;
  return {
    id: transition.id,
    status: transition.status,
    holds: transition.status === 'awaiting_approval' && pins.every((pin) => pin.holds),
    reportDigest: transition.gateReport?.digest ?? null,
    pins,
    blockers: blockers.map(toBlockerResponse),
    demand: demand && toDemandResponse(demand, approvalsOf(transition, told.viewer.at)),
    mayDecide: toMayDecideResponse(right),
    ifApproved: ifApproved && {
      status: ifApproved.outcome,
      code: 'code' in ifApproved ? (ifApproved.code ?? null) : null,
      detail: 'detail' in ifApproved ? ifApproved.detail : null,
    },
  };
}
