import { IsCount, IsId, IsMoment, IsOneOf, Optional } from '../../../platform/http/fields.js';
import { ListQuery } from '../../../platform/lists/page.dto.js';
import { SummaryWaiverResponse } from '../../gates/report-summary.dto.js';
import { type Verdict, VERDICTS } from '../../../judging/verdict/verdict.js';
import { MOVE_KINDS, type MoveKind } from '../stage-change.js';

export class ListHistoryQuery extends ListQuery {}

/** The change of stage that began or ended a tenure. */
export class TenureChangeResponse {
  /** Id of the transition. */
  @IsId()
  transitionId: string;

  /** The version it moved. */
  @IsCount(1)
  version: number;

  /** Kind of the move. */
  @IsOneOf(MOVE_KINDS)
  kind: MoveKind;

  /** Whose call applied it. */
  appliedBy: string;

  /** Who asked for it. */
  requestedBy: string;

  /** Who approved it, in the order of their decisions. */
  approvedBy: string[];

  /** Why, in the words of who asked; null when nobody said. */
  reason: string | null;

  /** The gate report it rests on; null when no gates judged. */
  @IsId()
  gateReportId: string | null;

  /** What the gates said; null when they did not judge. */
  @IsOneOf(VERDICTS)
  verdict: Verdict | null;

  /** The evaluations the gates judged by. */
  evaluationIds: string[];
}

/** A time span in which a version held Production. */
export class HistoryTenureResponse {
  /** The version. */
  @IsCount(1)
  version: number;

  /** When it entered Production. */
  startedAt: Date;

  /** When it left; null while it is there. */
  endedAt: Date | null;

  /** How it came there. */
  began: TenureChangeResponse | null;

  /** How it left; null while it is there. */
  ended: TenureChangeResponse | null;
}

export class HistoryPage {
  /** The tenures of this page, in the order asked for. */
  items: HistoryTenureResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export class ListTenuresQuery extends ListQuery {}

/** A time span in which a version held Production, in short. */
export class ProductionTenureResponse {
  /** The version. */
  @IsCount(1)
  version: number;

  /** When it entered Production. */
  from: Date;

  /** When it left; null while it is there. */
  to: Date | null;

  /** Whose call put it there. */
  promotedBy: string | null;

  /** How it came there: by a promotion or a rollback. */
  @IsOneOf(MOVE_KINDS)
  kind: MoveKind | null;

  /** Id of the transition that put it there. */
  @IsId()
  transitionId: string | null;

  /** Whose call took it away; null while it is there. */
  endedBy: string | null;

  /** Kind of the move that took it away, of this version or of the one that displaced it; null while it is there. */
  @IsOneOf(MOVE_KINDS)
  endedKind: MoveKind | null;

  /** Id of the transition that took it away; null while it is there. */
  @IsId()
  endedTransitionId: string | null;
}

export class ProductionTenurePage {
  /** The tenures of this page, in the order asked for. */
  items: ProductionTenureResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

/** A tenure as the database answers it, without the position in its list. */
export function toProductionTenureResponse(row: ProductionTenureResponse): ProductionTenureResponse {
  const { version, from, to, promotedBy, kind, transitionId, endedBy, endedKind, endedTransitionId } = row;
  return { version, from, to, promotedBy, kind, transitionId, endedBy, endedKind, endedTransitionId };
}

export class ListProductionsQuery extends ListQuery {
  /** The moment to ask of; now unless given. */
  @Optional()
  @IsMoment()
  at?: string;
}

/** What a model had in Production at a moment. */
export class ProductionResponse {
  /** Id of the model, which stays through renames. */
  @IsId()
  modelId: string;

  /** Name of the model, as it is now. */
  model: string;

  /** The version. */
  @IsCount(1)
  version: number;

  /** Since when it had held Production. */
  since: Date;

  /** Until when it held it; null while it is there. */
  until: Date | null;

  /** Whose call put it there. */
  by: string | null;

  /** Id of the transition that put it there. */
  @IsId()
  transitionId: string | null;

  /** The waivers by which an inconclusive verdict let it in; absent where none did. */
  waivers?: SummaryWaiverResponse[];
}

/** The same as it is read. */
export type ProductionRow = Omit<ProductionResponse, 'waivers'> & { waivers: SummaryWaiverResponse[] | null };

export class ProductionPage {
  /** The models of this page that had a version in Production, in the order of their creation. */
  items: ProductionResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toProductionResponse(row: ProductionRow): ProductionResponse {
  const { modelId, model, version, since, until, by, transitionId, waivers } = row;
  return { modelId, model, version, since, until, by, transitionId, ...(waivers && { waivers }) };
}

/** A tenure as it is read. */
export type HistoryRow = HistoryTenureResponse;

export function toHistoryTenureResponse({
  version,
  startedAt,
  endedAt,
  began,
  ended,
}: HistoryRow): HistoryTenureResponse {
  return { version, startedAt, endedAt, began, ended };
}
