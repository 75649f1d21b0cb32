import { type HistoryTenureResponse, type TransitionResponse } from '@stagegate/client';
import { scaleTime } from 'd3-scale';

export interface Span {
  version: number;
  from: number;
  to: number;
  isOpen: boolean;
}

export interface Happening {
  kind: 'promoted' | 'rolled-back' | 'refused';
  version: number;
  at: number;
}

export interface Timeline {
  spans: Span[];
  happenings: Happening[];
  /** From the first tenure until now, in milliseconds since 1970. */
  domain: [number, number];
}

/** What is drawn of a model's past: who held Production when, and what was decided on it. */
export function timelineOf(
  tenures: readonly HistoryTenureResponse[],
  decisions: readonly TransitionResponse[],
  now: number,
): Timeline | null {
  if (tenures.length === 0) return null;
  const spans = tenures
    .map(({ version, startedAt, endedAt }) => ({
      version,
      from: Date.parse(startedAt),
      to: endedAt === null ? now : Date.parse(endedAt),
      isOpen: endedAt === null,
    }))
    .toSorted((one, other) => one.from - other.from);
  const begun = tenures.flatMap(({ version, startedAt, began }): Happening[] =>
    began === null
      ? []
      : [{ kind: began.kind === 'rollback' ? 'rolled-back' : 'promoted', version, at: Date.parse(startedAt) }],
  );
  const refused = decisions
    .filter(({ status, toStage }) => status === 'refused' && toStage === 'Production')
    .map(({ version, requestedAt }): Happening => ({ kind: 'refused', version, at: Date.parse(requestedAt) }));
  const first = Math.min(spans[0]!.from, ...refused.map(({ at }) => at));
  return { spans, happenings: [...begun, ...refused], domain: [first, Math.max(now, first + 1)] };
}

const TICKS = 6;

/** Where a time lies in a picture of this width, and which times its axis names. */
export function timeAxis({ domain }: Timeline, width: number) {
  const scale = scaleTime()
    .domain(domain.map((time) => new Date(time)))
    .range([0, width]);
  const format = scale.tickFormat(TICKS);
  const ticks = scale.ticks(TICKS).map((time) => ({ x: scale(time), label: format(time) }));
  return { x: (time: number): number => scale(new Date(time)), ticks };
}
