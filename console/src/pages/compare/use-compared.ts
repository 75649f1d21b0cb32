import { type GateReportResponse } from '@stagegate/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { decisionsQuery, modelQuery, reportQuery, versionsQuery } from '../../data/registry.js';
import { useLastError } from '../../parts/states.js';
import { type CompareSearch } from './compare-search.js';

/** Which versions are compared, and the judgement that stands beside them. */
export interface Compared {
  model: string;
  challenger: number;
  incumbent: number;
  /** Null where no report judged the one against the other. */
  report: GateReportResponse | null;
}

/** What the address asks for; without a version the newest against the one in Production, and their newest report. */
export function useCompared(model: string, search: CompareSearch) {
  const found = useQuery(modelQuery(model));
  const versions = useInfiniteQuery(versionsQuery(model));
  const production = found.data?.productionVersion ?? null;
  const numbers = versions.data?.pages.flatMap(({ items }) => items.map(({ version }) => version)) ?? [];
  const challenger = search.a ?? numbers.find((version) => version !== production);
  const judgement = useJudgement(model, challenger, search.report);
  const candidates = [search.b, judgement.report?.incumbent, production, ...numbers];
  const incumbent = candidates.find((version) => version != null && version !== challenger);
  const errors = [useLastError(found), useLastError(versions), judgement.error];
  const isKnown = found.data !== undefined && versions.data !== undefined;
  return {
    numbers,
    /** Whether there are older versions than these. */
    hasOlder: versions.hasNextPage,
    error: errors.find((error) => error != null),
    isReady: isKnown && (challenger === undefined || judgement.isReady),
    compared: comparedOf({ model, challenger, incumbent, report: judgement.report }),
  };
}

interface Asked {
  model: string;
  challenger: number | undefined;
  incumbent: number | null | undefined;
  report: GateReportResponse | null;
}

/** A report of other versions says nothing of these. */
function comparedOf({ model, challenger, incumbent, report }: Asked): Compared | null {
  if (challenger === undefined || incumbent == null) return null;
  const isOfThese = report?.challenger === challenger && report.incumbent === incumbent;
  return { model, challenger, incumbent, report: isOfThese ? report : null };
}

/** The report that is asked for, otherwise that of the newest judgement of the version for Production. */
function useJudgement(model: string, challenger: number | undefined, asked: string | undefined) {
  const isSought = challenger !== undefined && asked === undefined;
  const decisions = useQuery({ ...decisionsQuery(model, challenger), enabled: isSought });
  const judged = decisions.data?.find(({ gateReportId, toStage }) => gateReportId !== null && toStage === 'Production');
  const id = asked ?? judged?.gateReportId ?? undefined;
  const report = useQuery({ ...reportQuery(id ?? ''), enabled: id !== undefined });
  const errors = [useLastError(decisions), useLastError(report)];
  const isFound = !isSought || decisions.data !== undefined;
  return {
    report: report.data ?? null,
    error: errors.find((error) => error != null),
    isReady: isFound && (id === undefined || report.data !== undefined),
  };
}
