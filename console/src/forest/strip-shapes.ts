import { type ForestRow, type Interval } from './forest-rows.js';
import { type ForestScale, PAD, position } from './forest-scale.js';

/** What a part of the picture is; its colour and its stroke follow from that. */
export type Role =
  | 'zero'
  | 'margin'
  | 'tint'
  | 'thin'
  | 'bar'
  | 'arrow'
  | 'passed'
  | 'refused'
  | 'undecided'
  | 'open'
  | 'error'
  | 'box'
  | 'boxText';

export interface Shape {
  tag: 'line' | 'rect' | 'path' | 'circle' | 'text';
  role: Role;
  /** The verdict whose colour it takes. */
  tone: Tone;
  attributes: Readonly<Record<string, number | string>>;
  text?: string;
}

export type Tone = 'passed' | 'refused' | 'undecided' | 'open';

export interface Strip {
  scale: ForestScale;
  width: number;
  height: number;
  /** Rows of the largest slice, by which the area of a mark goes. */
  largest: number;
  /** How a difference is said, for those beyond the scale. */
  say: (improvement: number) => string;
}

const LARGEST_RADIUS = 8;
const LEAST_RADIUS = 3.5;

export function toneOf({ status }: Pick<ForestRow, 'status'>): Tone {
  if (status === 'PASS') return 'passed';
  if (status === 'FAIL' || status === 'ERROR') return 'refused';
  return status === 'INCONCLUSIVE' ? 'undecided' : 'open';
}

/** Radius of a mark whose area means rows. */
export function radiusOf(count: number | null, largest: number): number {
  if (count === null || largest <= 0) return LEAST_RADIUS;
  return Math.max(LEAST_RADIUS, Math.round(LARGEST_RADIUS * Math.sqrt(count / largest) * 10) / 10);
}

/** One row of the plot as the shapes it is drawn of, from back to front. */
export function stripShapes(row: ForestRow, strip: Strip): Shape[] {
  const { scale, width, height } = strip;
  const tone = toneOf(row);
  const at = (value: number) => position(value, scale, width);
  const line = (role: Role, x: number): Shape => ({
    tag: 'line',
    role,
    tone,
    attributes: { x1: x, x2: x, y1: 0, y2: height },
  });
  const shapes: Shape[] = [];
  if (row.margin !== null && row.margin > 0) {
    const x = at(-row.margin);
    shapes.push({ tag: 'rect', role: 'tint', tone, attributes: { x: 0, y: 0, width: x, height } }, line('margin', x));
  }
  shapes.push(line('zero', at(0)));
  if (row.interval) shapes.push(...intervalShapes(row.interval, 'thin', tone, strip));
  if (row.decision) shapes.push(...intervalShapes(row.decision, 'bar', tone, strip));
  if (row.improvement !== null) shapes.push(...markShapes(row, row.improvement, strip));
  return shapes;
}

const TICK = 4;

/** A line between the ends of an interval; an end beyond the scale, or one that does not exist, runs into the edge. */
function intervalShapes({ lower, upper }: Interval, role: 'thin' | 'bar', tone: Tone, strip: Strip): Shape[] {
  const { scale, width, height } = strip;
  const middle = height / 2;
  const from = lower === null ? 0 : position(lower, scale, width);
  const to = upper === null ? width : position(upper, scale, width);
  const shapes: Shape[] = [{ tag: 'line', role, tone, attributes: { x1: from, x2: to, y1: middle, y2: middle } }];
  for (const [end, x] of [
    [lower, from],
    [upper, to],
  ] as const) {
    if (end === null) continue;
    if (Math.abs(end) > scale.half) shapes.push(arrow(end < 0 ? -1 : 1, end < 0 ? 0 : width, middle, tone));
    else if (role === 'thin')
      shapes.push({ tag: 'line', role, tone, attributes: { x1: x, x2: x, y1: middle - TICK, y2: middle + TICK } });
  }
  return shapes;
}

function arrow(side: -1 | 1, tip: number, middle: number, tone: Tone): Shape {
  const base = tip - side * (PAD - 1);
  return {
    tag: 'path',
    role: 'arrow',
    tone,
    attributes: { d: `M${tip} ${middle}L${base} ${middle - 5}V${middle + 5}Z` },
  };
}

function markShapes(row: ForestRow, improvement: number, strip: Strip): Shape[] {
  const { scale, width, height, largest, say } = strip;
  if (Math.abs(improvement) > scale.half)
    return boxShapes(improvement < 0 ? -1 : 1, say(improvement), toneOf(row), strip);
  return [markShape(row, position(improvement, scale, width), height / 2, radiusOf(row.count, largest))];
}

/** The mark of a verdict, told by its shape as well as by its colour. */
export function markShape(row: Pick<ForestRow, 'status'>, x: number, y: number, radius: number): Shape {
  const tone = toneOf(row);
  const round = (value: number) => Math.round(value * 100) / 100;
  if (row.status === 'FAIL') {
    // As large as a circle of the radius.
    const side = round(radius * Math.sqrt(Math.PI));
    const attributes = { x: round(x - side / 2), y: round(y - side / 2), width: side, height: side };
    return { tag: 'rect', role: 'refused', tone, attributes };
  }
  if (row.status === 'ERROR') {
    const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius].map(round);
    const d = `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`;
    return { tag: 'path', role: 'error', tone, attributes: { d } };
  }
  if (row.status === 'INCONCLUSIVE') {
    const reach = round(radius * Math.sqrt(Math.PI / 2));
    const d = `M${x} ${round(y - reach)}L${round(x + reach)} ${y}L${x} ${round(y + reach)}L${round(x - reach)} ${y}Z`;
    return { tag: 'path', role: 'undecided', tone, attributes: { d } };
  }
  return {
    tag: 'circle',
    role: row.status === 'PASS' ? 'passed' : 'open',
    tone,
    attributes: { cx: x, cy: y, r: radius },
  };
}

const BOX_HEIGHT = 18;
const CHARACTER = 6.6;

/** An estimate beyond the scale is its number in a box at the edge. */
function boxShapes(side: -1 | 1, text: string, tone: Tone, { width, height }: Strip): Shape[] {
  const boxWidth = Math.round(text.length * CHARACTER + 10);
  const x = side < 0 ? PAD + 4 : width - PAD - 4 - boxWidth;
  const y = (height - BOX_HEIGHT) / 2;
  return [
    { tag: 'rect', role: 'box', tone, attributes: { x, y, width: boxWidth, height: BOX_HEIGHT, rx: 3 } },
    { tag: 'text', role: 'boxText', tone, attributes: { x: x + boxWidth / 2, y: height / 2 + 4 }, text },
  ];
}
