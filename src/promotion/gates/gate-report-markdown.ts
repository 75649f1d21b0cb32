import { type GateReportContent } from '../../judging/gate-report.js';
import {
  type GateBlocker,
  type GateWarning,
  type MeasureOutcome,
  type RuleOutcome,
} from '../../judging/outcome/gate-outcome.js';
import { formatSlice } from '../../judging/evidence/slice-key.js';
import { type Status } from '../../judging/verdict/verdict.js';
import { inertMarkdown as escape } from '../../values/inert-text.js';

/** Rows of the table of measures; a pull-request comment is no place for a thousand slices. */
const MEASURES_MAX = 50;

const MARKS: Readonly<Record<Status, string>> = {
  PASS: '✅',
  FAIL: '❌',
  ERROR: '🚫',
  INCONCLUSIVE: '❔',
  SKIPPED: '➖',
};

interface ShownWaiver {
  grantedBy: string;
  reason: string;
  expiresAt: Date | string;
}

type ShownRule = RuleOutcome & { waivedBy?: readonly ShownWaiver[] };

type ShownReport = GateReportContent & {
  digest?: string;
  reEvaluations?: readonly { message: string }[];
};

/** A gate report as Markdown fit for a pull-request comment: verdict, what stands in the way, then every rule and measure. */
export function gateReportMarkdown(report: ShownReport): string {
  const sections = [
    `## ${MARKS[report.verdict]} ${escape(report.model)} v${report.challenger} → ${escape(report.toStage)}: ${report.verdict}`,
    subject(report),
    blockerList(report.blockers),
    ruleTable(report.rules),
    waiverList(report.rules),
    measureTable(report.rules),
    nextSteps(report),
    evidenceList(report.reEvaluations ?? []),
    warningList(report.warnings),
    footer(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function subject(report: GateReportContent): string {
  const against =
    report.incumbent === null
      ? 'There is no incumbent: a first promotion.'
      : `Compared with v${report.incumbent}, the incumbent.`;
  return report.gated ? against : `${against} ${escape(report.message)}`;
}

function blockerList(blockers: readonly GateBlocker[]): string {
  return blockers
    .map(({ status, reasonCode, message }) => `- ${MARKS[status]} \`${reasonCode}\` ${escape(message)}`)
    .join('\n');
}

function ruleTable(rules: readonly RuleOutcome[]): string {
  if (rules.length === 0) return '';
  const rows = rules.flatMap((rule) => [ruleRow(rule, ''), ...(rule.rules ?? []).map((inner) => ruleRow(inner, '↳ '))]);
  return ['| | rule | enforcement | reason |', '|---|---|---|---|', ...rows].join('\n');
}

function ruleRow(rule: RuleOutcome, indent: string): string {
  return `| ${MARKS[rule.status]} | ${indent}${escape(rule.id)} | ${rule.enforcement} | \`${rule.reasonCode}\` ${escape(rule.message)} |`;
}

/** Who lets an inconclusive rule pass, why and until when; its status stays what it is. */
function waiverList(rules: readonly ShownRule[]): string {
  return rules.flatMap(({ id, waivedBy = [] }) => waivedBy.map((waiver) => waiverLine(id, waiver))).join('\n');
}

function waiverLine(ruleId: string, { grantedBy, reason, expiresAt }: ShownWaiver): string {
  const until = new Date(expiresAt).toISOString();
  return `- ${escape(ruleId)} is waived by ${escape(grantedBy)} until ${until}: ${escape(reason)}`;
}

function measureTable(rules: readonly RuleOutcome[]): string {
  const measures = flatten(rules)
    .flatMap((rule) => rule.measures)
    .filter(({ observed }) => observed.incumbent != null);
  if (measures.length === 0) return '';
  const rows = measures.slice(0, MEASURES_MAX).map(measureRow);
  const rest =
    measures.length > MEASURES_MAX ? [`\n${measures.length - MEASURES_MAX} more measures are in the report.`] : [];
  const head = ['| | metric | slice | challenger | incumbent | delta | n |', '|---|---|---|---:|---:|---:|---:|'];
  return ['<details><summary>Measures</summary>\n', ...head, ...rows, ...rest, '\n</details>'].join('\n');
}

function measureRow({ status, metric, slice, observed }: MeasureOutcome): string {
  const { challenger, incumbent, delta, count } = observed;
  const cells = [
    MARKS[status],
    escape(metric),
    escape(formatSlice(slice)),
    number(challenger),
    number(incumbent),
    number(delta),
    count ?? 'unknown',
  ];
  return `| ${cells.join(' | ')} |`;
}

function nextSteps(report: GateReportContent): string {
  const steps = [
    ...report.blockers.map(({ remediation }) => remediation),
    ...flatten(report.rules).flatMap(({ enforcement, measures }) =>
      enforcement === 'block'
        ? measures.filter(({ status, demoted }) => status !== 'PASS' && !demoted).map(({ remediation }) => remediation)
        : [],
    ),
  ].filter((step) => step !== undefined);
  const unique = [...new Set(steps)].slice(0, 10);
  return unique.length === 0 ? '' : ['**What to do**', '', ...unique.map((step) => `- ${escape(step)}`)].join('\n');
}

function evidenceList(reEvaluations: readonly { message: string }[]): string {
  if (reEvaluations.length === 0) return '';
  return ['**Evidence from kept predictions**', '', ...reEvaluations.map(({ message }) => `- ${escape(message)}`)].join(
    '\n',
  );
}

function warningList(warnings: readonly GateWarning[]): string {
  if (warnings.length === 0) return '';
  return ['**Warnings**', '', ...warnings.map(({ code, message }) => `- ⚠️ \`${code}\` ${escape(message)}`)].join('\n');
}

function footer({ policyDigest, digest }: GateReportContent & { digest?: string }): string {
  return `<sub>policy ${policyDigest}${digest === undefined ? '' : ` · report ${digest}`}</sub>`;
}

function flatten(rules: readonly RuleOutcome[]): RuleOutcome[] {
  return rules.flatMap((rule) => [rule, ...flatten(rule.rules ?? [])]);
}

function number(value: number | null | undefined): string {
  return value == null ? '–' : String(Number(value.toPrecision(6)));
}
