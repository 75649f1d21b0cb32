/** What an event can rest on. */
export const EVIDENCE_KINDS = ['transition', 'gate_report', 'evaluation', 'gate_policy', 'version'] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One thing that an event rests on or tells of, and where to read it. */
export interface EvidenceLink {
  kind: EvidenceKind;
  /** Its id; of a version its number, of a policy its revision. */
  id: string;
  /** Path of the service. */
  href: string;
}

interface Told {
  action: string;
  model: string | null;
  version: number | null;
  details: Readonly<Record<string, unknown>>;
}

const API = '/api/v1';

/** The evidence behind an event, by what its details name. */
export function evidenceLinks({ action, model, version, details }: Told): EvidenceLink[] {
  const { transitionId, gateReportId, evaluationId, revision, gateReport } = details;
  const report = isObject(gateReport) ? gateReport : {};
  const used = Array.isArray(report['evidenceUsed']) ? report['evidenceUsed'].filter(isObject) : [];
  const evaluations = new Set([evaluationId, ...used.map((each) => each['evaluationId'])].filter(isText));
  const policy = action === 'gate_policy.set' ? revision : undefined;
  return [
    ...(isText(transitionId) ? [link('transition', transitionId, `/transitions/${transitionId}`)] : []),
    ...(isText(gateReportId) ? [link('gate_report', gateReportId, `/gate-reports/${gateReportId}`)] : []),
    ...[...evaluations].map((id) => link('evaluation', id, `/evaluations/${id}`)),
    ...(typeof policy === 'number' ? [policyLink(model, policy)] : []),
    ...(model !== null && version !== null
      ? [link('version', String(version), `/models/${encodeURIComponent(model)}/versions/${version}`)]
      : []),
  ];
}

function policyLink(model: string | null, revision: number): EvidenceLink {
  const owner = model === null ? '' : `/models/${encodeURIComponent(model)}`;
  return link('gate_policy', String(revision), `${owner}/gate-policy/revisions/${revision}`);
}

function link(kind: EvidenceKind, id: string, path: string): EvidenceLink {
  return { kind, id, href: `${API}${path}` };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
