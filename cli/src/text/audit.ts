import { type AuditEventResponse } from '@stagegate/client';

type Details = Readonly<Record<string, unknown>>;

/** What happened, in as many words as a line of the record has room for; null where the action says it all. */
export function auditDetail({ action, actor, details }: AuditEventResponse): string | null {
  const parts = action.startsWith('transition.')
    ? transitionParts(action, actor, details)
    : (PARTS[action]?.(details) ?? anyParts(details));
  const said = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return said.length === 0 ? null : said.join('; ');
}

type Part = string | null | undefined | false;

const PARTS: Readonly<Record<string, (details: Details) => Part[]>> = {
  'access.denied': (details) => [
    moveOf(details),
    textOf(details.code),
    details.permission !== undefined && `lacks ${text(details.permission)}`,
    details.path !== undefined && `${text(details.method)} ${text(details.path)}`,
    details.transitionId !== undefined && `transition ${text(details.transitionId)}`,
    details.count !== undefined && `${text(details.count)} times`,
  ],
  'model.renamed': ({ from, to }) => [`${text(from)} → ${text(to)}`],
  'token.issued': ({ subject, roles, expiresAt }) => [
    `for ${text(subject)} as ${listOf(roles)}`,
    `until ${text(expiresAt).slice(0, 10)}`,
  ],
  'token.revoked': ({ subject, id }) => [`of ${text(subject)}`, text(id)],
  'version.registered': ({ artifactUri }) => [textOf(artifactUri)],
  'alias.set': ({ alias }) => [textOf(alias)],
  'alias.deleted': ({ alias }) => [textOf(alias)],
  'dataset.registered': (details) => [datasetOf(details)],
  'evaluation.submitted': ({ dataset, evaluationId }) => [`on ${datasetOf(dataset)}`, text(evaluationId)],
  'gate_policy.set': ({ revision, preset, comment }) => [
    `revision ${text(revision)}`,
    preset !== null && `preset ${text(preset)}`,
    textOf(comment),
  ],
  'predictions.submitted': ({ dataset, jobId }) => [`on ${datasetOf(dataset)}`, `job ${text(jobId)}`],
  'predictions.failed': ({ error }) => [detailOf(error)],
  'predictions.swept': ({ reason, dataset }) => [`on ${datasetOf(dataset)}`, textOf(reason)],
  'gate_report.differed': ({ gateReportId, pointer }) => [`report ${text(gateReportId)}`, `at ${text(pointer)}`],
};

/** From where to where, why it was asked for, what was said of it, and what came of it. */
function transitionParts(action: string, actor: string, details: Details): Part[] {
  const { reason, requestedBy, displacedVersion, detail, approvals, kind } = details;
  const isDecision = action === 'transition.approved' || action === 'transition.objected';
  return [
    `${moveOf(details)}${kind === undefined || kind === 'promote' ? '' : ` (${text(kind)})`}`,
    requestedBy !== undefined && requestedBy !== actor && `asked by ${text(requestedBy)}`,
    !isDecision && textOf(reason),
    ...commentsOf(approvals),
    typeof displacedVersion === 'number' && `version ${displacedVersion} to Archived`,
    textOf(detail),
  ];
}

function commentsOf(approvals: unknown): string[] {
  if (!Array.isArray(approvals)) return [];
  return (approvals as Details[]).map(({ actor, decision, comment }) => {
    const said = typeof comment === 'string' ? `: ${comment}` : '';
    return `${decision === 'approve' ? 'approved' : 'rejected'} by ${text(actor)}${said}`;
  });
}

function moveOf({ fromStage, toStage }: Details): string {
  return fromStage === undefined ? '' : `${text(fromStage)} → ${text(toStage)}`;
}

function datasetOf(dataset: unknown): string {
  const { name, version } = Object(dataset) as Details;
  return `${text(name)}@${text(version)}`;
}

function detailOf(error: unknown): string {
  const { code, detail } = Object(error) as Details;
  return `${text(code)} ${text(detail)}`;
}

/** Of a kind of event that is not known here, what most of them carry. */
function anyParts({ detail, reason, from, to }: Details): Part[] {
  return [from !== undefined && to !== undefined && `${text(from)} → ${text(to)}`, textOf(reason), textOf(detail)];
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.map(text).join(', ') : text(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
