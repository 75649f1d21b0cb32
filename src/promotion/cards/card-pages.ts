import { inertHtml, inertMarkdown, visibleText } from '../../values/inert-text.js';
import { type CardSection, type CardTable } from './card-sections.js';

/** Longest text of users that a page shows in one place. */
const LONGEST = 10_000;

/** A card as Markdown; texts of users come out as the letters they are. */
export function cardMarkdown(title: string, sections: readonly CardSection[]): string {
  return `${[`# ${shownMarkdown(title)}`, ...sections.map(markdownSection)].join('\n\n')}\n`;
}

function shownMarkdown(text: string): string {
  return inertMarkdown(visibleText(text), LONGEST);
}

function markdownSection({ title, paragraphs, facts, tables }: CardSection): string {
  return [
    `## ${shownMarkdown(title)}`,
    ...paragraphs.map((text) => `> ${shownMarkdown(text)}`),
    facts.map(([label, text]) => `- **${shownMarkdown(label)}**: ${shownMarkdown(text)}`).join('\n'),
    ...tables.filter(hasRows).map(markdownTable),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function hasRows({ rows }: CardTable): boolean {
  return rows.length > 0;
}

function markdownTable({ caption, head, rows }: CardTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(shownMarkdown).join(' | ')} |`;
  return [`### ${shownMarkdown(caption)}`, '', line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join(
    '\n',
  );
}

/** The one style of a card's page; the policy of the page allows it by its digest. */
export const CARD_STYLE = `
body { font: 14px/1.45 system-ui, sans-serif; color: #16191d; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 20px; } h2 { font-size: 16px; margin-top: 2rem; border-bottom: 1px solid #dfe3e8; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 4px 0; } th, td { text-align: left; padding: 3px 8px 3px 0; border-bottom: 1px solid #dfe3e8; vertical-align: top; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 2px 16px; } dt { color: #545b66; } dd { margin: 0; }
bdi { unicode-bidi: isolate; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`;

/** A card as a page of its own that runs nothing and loads nothing; texts of users come out as the letters they are. */
export function cardHtml(title: string, sections: readonly CardSection[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shownTitle(title)}</title>
<style>${CARD_STYLE}</style>
</head>
<body>
<main>
<h1>${shownHtml(title)}</h1>
${sections.map(htmlSection).join('\n')}
</main>
</body>
</html>
`;
}

function shownTitle(text: string): string {
  return inertHtml(visibleText(text));
}

/** Isolated, so that a text written from right to left turns nothing beside it. */
function shownHtml(text: string): string {
  return `<bdi>${shownTitle(text.slice(0, LONGEST))}</bdi>`;
}

function htmlSection({ title, paragraphs, facts, tables }: CardSection): string {
  const list = facts.map(([label, text]) => `<dt>${shownHtml(label)}</dt><dd>${shownHtml(text)}</dd>`).join('\n');
  return [
    `<section>\n<h2>${shownHtml(title)}</h2>`,
    ...paragraphs.map((text) => `<p>${shownHtml(text)}</p>`),
    ...(list === '' ? [] : [`<dl>\n${list}\n</dl>`]),
    ...tables.filter(hasRows).map(htmlTable),
    '</section>',
  ].join('\n');
}

function htmlTable({ caption, head, rows }: CardTable): string {
  const heads = head.map((cell) => `<th scope="col">${shownHtml(cell)}</th>`).join('');
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${shownHtml(cell)}</td>`).join('')}</tr>`);
  return `<table>\n<caption>${shownHtml(caption)}</caption>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
}
