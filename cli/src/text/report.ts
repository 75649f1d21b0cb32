import { type GateReportResponse, type GateRuleResponse } from '@stagegate/client';
import { type Paint } from './paint.js';
import { type Cell, table } from './table.js';

/** Not absent, which would be a dash, but said in the row above. */
const BLANK = ' ';

/** Every rule with its outcome; of a rule that did not pass, every measure that did not. */
export function reportText(report: GateReportResponse, paint: Paint): string[] {
  const compared = report.incumbent === null ? 'nothing in Production' : `version ${report.incumbent}`;
  const title = `${report.model} ${report.challenger} for ${report.toStage}, compared with ${compared}`;
  const rows = report.rules.flatMap(ruleRows);
  return [
    paint('bold', title),
    ...(rows.length > 0 ? [table(['VERDICT', 'RULE', 'OUTCOME'], rows, paint)] : []),
    ...report.blockers.flatMap(({ message, remediation }) => (remediation ? [message, `→ ${remediation}`] : [message])),
    ...report.warnings.map(({ message }) => `Warning: ${message}`),
    `Verdict: ${paint(report.verdict === 'PASS' ? 'green' : 'red', report.verdict)}`,
  ];
}

function ruleRows(rule: GateRuleResponse): Cell[][] {
  const id = rule.enforcement === 'block' ? rule.id : `${rule.id} (${rule.enforcement})`;
  const wrong = rule.measures.filter(({ status }) => status !== 'PASS' && status !== 'SKIPPED');
  if (rule.status === 'PASS' || wrong.length === 0) return [[rule.status, id, rule.message], ...helpRows(rule, [rule])];
  const outcomes = wrong.map(({ status, message }, at) => [status, at === 0 ? id : BLANK, message]);
  return [...outcomes, ...helpRows(rule, wrong)];
}

/** What would help, once where it is the same for several measures. */
function helpRows({ status }: GateRuleResponse, outcomes: readonly { remediation?: string }[]): Cell[][] {
  const help = new Set(outcomes.flatMap(({ remediation }) => (remediation === undefined ? [] : [remediation])));
  return status === 'PASS' ? [] : [...help].map((sentence) => [BLANK, BLANK, `→ ${sentence}`]);
}
