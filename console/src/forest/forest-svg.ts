import { visibleText } from '../format/identifiers.js';
import { TEXTS } from '../texts.js';
import { type ForestGroup } from './forest-order.js';
import { type ForestMetric, type ForestRow, isNeutral } from './forest-rows.js';
import { type ForestScale, position } from './forest-scale.js';
import { countCell, differenceCell, differenceHeading, intervalCell, sayDifference, sayTick } from './forest-words.js';
import { markShape, type Shape, stripShapes, type Tone } from './strip-shapes.js';

/** Colours of a stand-alone picture, which knows no style sheet; those of tokens.css, which a test compares. */
const THEMES = {
  light: {
    ground: '#ffffff',
    line: '#dfe3e8',
    ink: '#16191d',
    second: '#545b66',
    edge: '#767e8a',
    passed: '#0b63b0',
    refused: '#9f1d0c',
    undecided: '#b07d00',
    open: '#6b7280',
  },
  dark: {
    ground: '#12161c',
    line: '#2b333e',
    ink: '#e7eaee',
    second: '#a3adba',
    edge: '#76808d',
    passed: '#4aa3ea',
    refused: '#f4593c',
    undecided: '#f4d26b',
    open: '#9aa4b2',
  },
} as const;
export type ForestTheme = keyof typeof THEMES;
type Colours = Record<'ground' | 'line' | 'ink' | 'second' | 'edge' | Tone, string>;

export interface ForestPicture {
  /** What is compared with what. */
  title: string;
  /** Dataset, policy, digest and time, one line each. */
  lines: readonly string[];
  metric: ForestMetric;
  groups: readonly ForestGroup[];
  scale: ForestScale;
  largest: number;
}

const ROW = 26;
const HEAD = 30;
const MARGIN = 20;
const LABELS = 210;
const NUMBERS = [70, 130, 70] as const;

/** The whole plot as a stand-alone SVG of this width, which tells its title, what it shows, and nothing of where it came from. */
export function forestSvg(picture: ForestPicture, width: number, theme: ForestTheme): string {
  const colours = THEMES[theme];
  const strip = width - 2 * MARGIN - LABELS - NUMBERS.reduce((sum, each) => sum + each, 0);
  const top = MARGIN + 24 + picture.lines.length * 16 + 12;
  const body = layOut(picture.groups, top + HEAD);
  const height = (body.at(-1)?.y ?? top) + ROW + MARGIN;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    text(MARGIN, MARGIN + 14, picture.title, { fill: colours.ink, 'font-size': 16, 'font-weight': 600 }),
    ...picture.lines.map((line, at) => text(MARGIN, MARGIN + 34 + at * 16, line, { fill: colours.second })),
    axis(picture, { top, strip, colours }),
    ...body.map((line) =>
      'row' in line ? rowParts(picture, line, { strip, colours, width }) : heading(line, width, colours),
    ),
  ];
  const attributes = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const named = element('title', {}, picture.title) + element('desc', {}, picture.lines.join(' '));
  const font = `font-family="Inter, system-ui, sans-serif" font-size="12"`;
  return `<svg ${attributes} role="img" ${font}>${named}${parts.join('')}</svg>\n`;
}

type Line = { y: number } & ({ row: ForestRow } | { name: string });

function layOut(groups: readonly ForestGroup[], top: number): Line[] {
  const lines = groups.flatMap(({ name, rows }) => [
    ...(name === '' ? [] : [{ name }]),
    ...rows.map((row) => ({ row })),
  ]);
  return lines.map((line, at) => ({ ...line, y: top + at * ROW }));
}

function axis(
  { metric, scale }: ForestPicture,
  { top, strip, colours }: { top: number; strip: number; colours: Colours },
): string {
  const { axis: words } = TEXTS.compare;
  const at = (value: number) => MARGIN + LABELS + position(value, scale, strip);
  const small = { fill: colours.second, 'font-size': 11 };
  const sides = isNeutral(metric)
    ? ''
    : text(at(0) - 8, top + 2, words.worse, { ...small, 'text-anchor': 'end' }) +
      text(at(0) + 8, top + 2, words.better, small);
  const ticks = scale.ticks
    .map((tick) => text(at(tick), top + 18, sayTick(tick, metric), { ...small, 'text-anchor': 'middle' }))
    .join('');
  const names = [differenceHeading(metric), TEXTS.compare.columns.interval, TEXTS.compare.columns.rows];
  const heads = names
    .map((name, index) => text(columnEnd(strip, index), top + 18, name, { ...small, 'text-anchor': 'end' }))
    .join('');
  return sides + ticks + heads;
}

/** Where the numbers of a column end. */
function columnEnd(strip: number, index: number): number {
  return MARGIN + LABELS + strip + NUMBERS.slice(0, index + 1).reduce((sum, each) => sum + each, 0);
}

function heading({ y, name }: { y: number; name: string }, width: number, colours: Colours): string {
  return (
    `<line x1="${MARGIN}" x2="${width - MARGIN}" y1="${y}" y2="${y}" stroke="${colours.line}"/>` +
    text(MARGIN, y + 17, name, { fill: colours.second, 'font-weight': 600 })
  );
}

const LONGEST_LABEL = 28;

function rowParts(
  { metric, scale, largest }: ForestPicture,
  { row, y }: { row: ForestRow; y: number },
  { strip, colours, width }: { strip: number; colours: Colours; width: number },
): string {
  const indent = row.kind === 'member' ? 20 : 0;
  const fill = row.kind === 'member' ? colours.second : colours.ink;
  const shapes = stripShapes(row, {
    scale,
    width: strip,
    height: ROW,
    largest,
    say: (value) => sayDifference(value, metric),
  });
  const numbers = [differenceCell(row, metric), intervalCell(row, metric).text, countCell(row)];
  return [
    `<line x1="${MARGIN}" x2="${width - MARGIN}" y1="${y}" y2="${y}" stroke="${colours.line}"/>`,
    drawn(markShape(row, MARGIN + 6 + indent, y + ROW / 2, 5), colours),
    text(MARGIN + 20 + indent, y + 17, cutMiddle(row.label, LONGEST_LABEL), { fill }),
    `<g transform="translate(${MARGIN + LABELS} ${y})">${shapes.map((shape) => drawn(shape, colours)).join('')}</g>`,
    ...numbers.map((number, at) => text(columnEnd(strip, at), y + 17, number, { fill, 'text-anchor': 'end' })),
  ].join('');
}

/** Shortened in its middle, since values often differ at their ends. */
export function cutMiddle(label: string, longest: number): string {
  const characters = [...label];
  if (characters.length <= longest) return label;
  const half = Math.floor((longest - 1) / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}

function styleOf({ role, tone }: Shape, colours: Colours): Record<string, string | number> {
  const colour = colours[tone];
  switch (role) {
    case 'zero':
      return { stroke: colours.edge };
    case 'margin':
      return { stroke: colours.refused, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' };
    case 'tint':
      return { fill: colours.refused, 'fill-opacity': 0.07 };
    case 'thin':
      return { stroke: colour, 'stroke-width': 1.5 };
    case 'bar':
      return { stroke: colour, 'stroke-width': 5 };
    case 'error':
      return { stroke: colour, 'stroke-width': 2.5 };
    case 'undecided':
    case 'open':
      return { fill: colours.ground, stroke: colour, 'stroke-width': role === 'open' ? 1.75 : 2.25 };
    case 'box':
      return { fill: colours.ground, stroke: colour };
    case 'boxText':
      return { fill: colours.ink, 'font-size': 11, 'text-anchor': 'middle' };
    case 'arrow':
      return { fill: colour };
    default:
      return { fill: colour, stroke: colours.ground };
  }
}

function drawn(shape: Shape, colours: Colours): string {
  return element(shape.tag, { ...shape.attributes, ...styleOf(shape, colours) }, shape.text);
}

function text(x: number, y: number, content: string, attributes: Record<string, string | number>): string {
  return element('text', { x, y, ...attributes }, content);
}

function element(tag: string, attributes: Record<string, string | number>, content = ''): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${tag}${written.join('')}>${escaped(visibleText(content))}</${tag}>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(content: string): string {
  return content.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
