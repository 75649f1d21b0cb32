import { type GateReportResponse } from '@stagegate/client';
import { TEXTS } from '../texts.js';
import { visibleText } from './identifiers.js';
import { verdictSentence } from './judgement.js';

/** Stored text that Markdown takes for nothing but text. */
export function inertMarkdown(text: string): string {
  return visibleText(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]<>|#!~@]|:\/\//g, (character) =>
    [...character].map((each) => `\\${each}`).join(''),
  );
}

/** The report as Markdown, for a comment or a ticket. */
export function toMarkdown(report: GateReportResponse): string {
  const lines = report.rules.map(
    ({ id, status, message }) =>
      `| ${TEXTS.report.statuses[status]} | ${inertMarkdown(id)} | ${inertMarkdown(message)} |`,
  );
  const { verdict, model, policyRevision, digest } = report;
  return [
    `**${inertMarkdown(verdictSentence(report))}** ${inertMarkdown(model)}, ${TEXTS.report.policy(policyRevision)}.`,
    '',
    ...(lines.length === 0 ? [] : ['| Outcome | Rule | Why |', '| --- | --- | --- |', ...lines, '']),
    `${TEXTS.report.statuses[verdict]}, report \`${digest}\``,
  ].join('\n');
}
