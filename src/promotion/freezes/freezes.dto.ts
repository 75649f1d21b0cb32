import {
  IsCount,
  IsId,
  IsModelName,
  IsMoment,
  IsNested,
  IsOneOf,
  IsText,
  IsTexts,
  Optional,
} from '../../platform/http/fields.js';
import { IsStatement } from '../../platform/http/statement.field.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { type FreezeRow, type HoldingFreeze } from './freezes.queries.js';

/** Where a freeze is set: by itself, or in a gate policy. */
export const FREEZE_SOURCES = ['freeze', 'policy'] as const;

/** When a freeze begins again and again. */
export class RecurrenceRequest {
  /** Minute, hour, day of month, month and day of week in the time zone of the freeze, such as `0 18 * * 5`. */
  @IsText(1, 200)
  cron: string;

  /** How long it holds each time, in real time, as an ISO 8601 duration of weeks to seconds, such as `PT62H`. */
  @IsText(1, 40)
  duration: string;
}

export class CreateFreezeRequest {
  /** What people call it. */
  @IsStatement(200)
  name: string;

  /** Its first moment: RFC 3339 or, without an offset, by the clock of its time zone. With `end`, instead of `recurrence`. */
  @Optional()
  @IsText(1, 40)
  start?: string;

  /** The first moment after it, in the same form. */
  @Optional()
  @IsText(1, 40)
  end?: string;

  /** When it begins again and again, instead of `start` and `end`. */
  @Optional()
  @IsNested(() => RecurrenceRequest)
  recurrence?: RecurrenceRequest;

  /** IANA time zone of its times, such as `Europe/Amsterdam`; UTC when absent. */
  @Optional()
  @IsText(1, 64)
  timeZone?: string;

  /** Why. */
  @IsStatement(2_000)
  reason: string;

  /** Names of the models that it holds back; all when absent. A rename changes nothing. */
  @Optional()
  @IsTexts(1, 500, 128)
  models?: string[];
}

export class ListFreezesQuery extends ListQuery {
  /** Only freezes that hold at this time, those ended since too; all of them are on one page then. */
  @Optional()
  @IsMoment()
  at?: string;

  /** Only freezes that concern this model; with `at`, those of its gate policy too. */
  @Optional()
  @IsModelName()
  model?: string;
}

export class FreezeCalendarQuery {
  /** First moment of the calendar. */
  @IsMoment()
  from: string;

  /** First moment after it, at most 400 days later. */
  @IsMoment()
  to: string;

  /** Only what concerns this model, the windows of its gate policy included. */
  @Optional()
  @IsModelName()
  model?: string;
}

/** When a freeze begins again and again. */
export class RecurrenceResponse {
  /** Minute, hour, day of month, month and day of week in the time zone of the freeze. */
  cron: string;

  /** How long it holds each time, as an ISO 8601 duration. */
  duration: string;
}

export class FreezeResponse {
  /** Identifier of the freeze; null for one of a gate policy. */
  @IsId()
  id: string | null;

  /** Where it is set. */
  @IsOneOf(FREEZE_SOURCES)
  source: (typeof FREEZE_SOURCES)[number];

  /** What people call it. */
  name: string;

  /** Why. */
  reason: string;

  /** Its first moment; null when it recurs, and of a gate policy. */
  start: Date | null;

  /** The first moment after it; null likewise. */
  end: Date | null;

  /** When it begins again and again; null when it comes once, and of a gate policy. */
  recurrence: RecurrenceResponse | null;

  /** Time zone of its times. */
  timeZone: string;

  /** Names of the models that it holds back; null for all. */
  models: string[] | null;

  /** Whether it holds at the time asked for, or now. */
  holds: boolean;

  /** While it holds, when that ends; null otherwise, and when no end is in sight. */
  until: Date | null;

  /** Roles of which one is needed to end it. */
  roles: string[];

  /** When it was set; null of a gate policy. */
  createdAt: Date | null;

  /** Who set it; null of a gate policy. */
  createdBy: string | null;

  /** When it was ended before its time; null when it was not. */
  endedAt: Date | null;

  /** Who ended it; null when nobody did. */
  endedBy: string | null;
}

export class FreezePage {
  /** The freezes of this page, newest first; those that hold at a time, the longest last. */
  items: FreezeResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

/** One while in which a freeze holds. */
export class FreezeWindowResponse {
  /** Identifier of the freeze; null for one of a gate policy. */
  @IsId()
  freezeId: string | null;

  /** Where it is set. */
  @IsOneOf(FREEZE_SOURCES)
  source: (typeof FREEZE_SOURCES)[number];

  /** What people call it. */
  name: string;

  /** Why. */
  reason: string;

  /** Names of the models that it holds back; null for all. */
  models: string[] | null;

  /** Its first moment. */
  start: Date;

  /** The first moment after it. */
  end: Date;
}

export class FreezeCalendarResponse {
  /** First moment of the calendar. */
  from: Date;

  /** First moment after it. */
  to: Date;

  /** The first 1000 whiles in which a freeze holds, by their start. */
  windows: FreezeWindowResponse[];

  /** How many windows were left out, because there are too many; 1000 for as many or more. */
  @IsCount(0, 1_000)
  leftOut: number;
}

/** Names of the models of a freeze; null for all. */
export function namesOf({ modelIds, models }: Pick<FreezeRow, 'modelIds' | 'models'>): string[] | null {
  return modelIds && (models ?? []).map(({ name }) => name);
}

/** A freeze, with whether it holds. */
export function toFreezeResponse(
  row: FreezeRow,
  held: Pick<HoldingFreeze, 'until'> | null,
  roles: readonly string[],
): FreezeResponse {
  return {
    id: row.id,
    source: 'freeze',
    name: row.name,
    reason: row.reason,
    start: row.startAt,
    end: row.endAt,
    recurrence: row.cron === null ? null : { cron: row.cron, duration: row.duration! },
    timeZone: row.timeZone,
    models: namesOf(row),
    holds: held !== null,
    until: held?.until ?? null,
    roles: [...roles],
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    endedAt: row.endedAt,
    endedBy: row.endedBy,
  };
}
