import { type Notice } from './notice.js';

const LONGEST_FACT = 1_000;
const OPEN = 'Open in Stagegate';

/** A notice as an incoming webhook of Slack takes it. */
export function slackMessage({ title, facts, link }: Notice): object {
  const lines = facts.map(([name, value]) => `*${name}:* ${forSlack(value)}`);
  return {
    text: forSlack(title),
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: [`*${forSlack(title)}*`, ...lines].join('\n').slice(0, 3_000) },
      },
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: OPEN }, url: link }] },
    ],
  };
}

/** The three characters that mean something else there. */
function forSlack(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.slice(0, LONGEST_FACT);
}

/** A notice as a workflow of Teams takes it: an adaptive card. */
export function teamsMessage({ title, facts, link }: Notice): object {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'TextBlock', text: title, weight: 'bolder', size: 'medium', wrap: true },
      { type: 'FactSet', facts: facts.map(([name, value]) => ({ title: name, value: value.slice(0, LONGEST_FACT) })) },
    ],
    actions: [{ type: 'Action.OpenUrl', title: OPEN, url: link }],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

/** A notice as a mail. */
export function mailMessage({ title, facts, link }: Notice): { subject: string; text: string } {
  const lines = facts.map(([name, value]) => `${name}: ${value}`);
  return { subject: `[Stagegate] ${title}`, text: [title, '', ...lines, '', link, ''].join('\n') };
}
