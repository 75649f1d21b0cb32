import {
  type GateReportResponse,
  type ReportSummaryResponse,
  type TransitionResponse,
  type VersionResponse,
} from '@stagegate/client';
import { TEXTS } from '../texts.js';
import { formatPoints } from './judgement.js';
import { formatMeasureName, isShareMetric } from './measures.js';
import { formatNumber } from './numbers.js';

/** Why a judgement came out as it did, in one sentence; null where nothing was measured or all is well. */
export function summarySentence({ verdict, worst, message }: ReportSummaryResponse): string | null {
  if (verdict === 'PASS') return null;
  if (worst === null) return message;
  const { improvement, margin, metric, slice } = worst;
  const name = formatMeasureName(metric, slice);
  if (verdict === 'INCONCLUSIVE') return `${TEXTS.report.undecided} ${name}.`;
  if (verdict === 'ERROR' || improvement === null || margin === null || improvement >= 0) return message;
  const isShare = isShareMetric(metric);
  const size = (value: number) => (isShare ? formatPoints(value) : formatNumber(value));
  return TEXTS.report.lost(name, size(-improvement), size(margin), isShare);
}

/** The request by which a version came to where it stands, as far as the newest requests tell. */
export function admissionOf(
  { version, stage }: Pick<VersionResponse, 'version' | 'stage'>,
  decisions: readonly TransitionResponse[],
): TransitionResponse | undefined {
  const applied = decisions.find((each) => each.version === version && each.status === 'applied');
  return applied?.toStage === stage ? applied : undefined;
}

/** The waivers that a report was let through by, each with its rule. */
export function waiversOf({ rules }: GateReportResponse) {
  return rules.flatMap(({ id: ruleId, waivedBy = [] }) => waivedBy.map((waiver) => ({ ...waiver, ruleId })));
}
