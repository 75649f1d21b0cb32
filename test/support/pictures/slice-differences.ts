import { type Json } from '../app/client.js';

/** What a picture shows of a gate report, and the words around it. */
export interface Picture {
  title: string;
  subtitle: string;
  /** Measures of one metric that is told in points; each has a delta, its bounds and a margin. */
  measures: readonly Json[];
  /** What stands at the left and right end of the axis, in points. */
  from: number;
  to: number;
}

const WIDTH = 860;
const LEFT = 190;
const RIGHT = 545;
const TOP = 96;
const ROW = 30;
const INK = '#1f2933';
const PALE = '#5f6b7a';
/** Of each outcome: a colour that differs in brightness, too, and a mark beside the word. */
const LOOKS: Record<string, { colour: string; mark: string }> = {
  PASS: { colour: '#1b7f4d', mark: '✓' },
  INCONCLUSIVE: { colour: '#8a5a00', mark: '?' },
  FAIL: { colour: '#c0272d', mark: '✗' },
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const rounded = (number: number): string => String(Math.round(number * 10) / 10);

function text(x: number, y: number, content: string, looks = `fill="${INK}"`): string {
  return `<text x="${rounded(x)}" y="${rounded(y)}" ${looks}>${escaped(content)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, looks: string): string {
  return `<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" ${looks}/>`;
}

function nameOf(slice: Record<string, string>): string {
  const features = Object.entries(slice).map(([feature, value]) => `${feature} = ${value}`);
  return features.length === 0 ? 'the whole' : features.join(', ');
}

/** A difference as people write it: +1.4 or −6.2. */
function signed(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
}

/** The interval and the value in it; what lies outside of the axis ends in an arrow. */
function interval(measure: Json, y: number, at: (points: number) => number, colour: string): string[] {
  const [low, high, value] = ['lower', 'upper', 'delta'].map((name) => at(measure.observed[name] * 100));
  const [start, end] = [Math.max(low!, LEFT), Math.min(high!, RIGHT)];
  const arrow = (x: number, way: 1 | -1) =>
    `<path d="M ${rounded(x)} ${y - 5} l ${way * 8} 5 l ${-way * 8} 5 z" fill="${colour}"/>`;
  return [
    line(start, y, end, y, `stroke="${colour}" stroke-width="3" stroke-linecap="round"`),
    ...(low! < LEFT ? [arrow(LEFT, -1)] : []),
    ...(high! > RIGHT ? [arrow(RIGHT, 1)] : []),
    ...(value! >= LEFT && value! <= RIGHT
      ? [`<circle cx="${rounded(value!)}" cy="${y}" r="5" fill="${colour}"/>`]
      : []),
  ];
}

function row(measure: Json, y: number, at: (points: number) => number): string[] {
  const { colour, mark } = LOOKS[measure.status]!;
  const { lower, upper, delta, count } = measure.observed;
  const bounds = `${signed(delta * 100)} (${signed(lower * 100)} … ${signed(upper * 100)})`;
  return [
    text(LEFT - 14, y + 5, nameOf(measure.slice), `fill="${INK}" text-anchor="end"`),
    ...interval(measure, y, at, colour),
    text(RIGHT + 20, y + 5, bounds, `fill="${INK}"`),
    text(
      WIDTH - 20,
      y - 1,
      `${mark} ${measure.status}`,
      `fill="${colour}" font-weight="600" text-anchor="end" font-size="12"`,
    ),
    text(WIDTH - 20, y + 12, `n = ${count.toLocaleString('en')}`, `fill="${PALE}" text-anchor="end" font-size="11"`),
  ];
}

function axis({ measures, from, to }: Picture, bottom: number, at: (points: number) => number): string[] {
  const margin = -measures[0]!.required.margin * 100;
  const marks = Array.from({ length: Math.floor((to - from) / 4) + 1 }, (_, step) => from + step * 4);
  return [
    `<rect x="${LEFT}" y="${TOP - 18}" width="${rounded(at(margin) - LEFT)}" height="${bottom - TOP + 18}" fill="#fbeaea"/>`,
    line(at(0), TOP - 18, at(0), bottom, `stroke="${PALE}" stroke-width="1"`),
    line(at(margin), TOP - 18, at(margin), bottom, 'stroke="#c0272d" stroke-width="1.5" stroke-dasharray="5 4"'),
    text(
      at(margin) - 8,
      TOP - 26,
      `worse than allowed (${signed(margin)})`,
      'fill="#c0272d" text-anchor="end" font-size="12"',
    ),
    text(at(0) + 6, TOP - 26, 'no change', `fill="${PALE}" font-size="12"`),
    ...marks.map((points) =>
      text(
        at(points),
        bottom + 18,
        points === 0 ? '0' : signed(points).replace('.0', ''),
        `fill="${PALE}" text-anchor="middle" font-size="12"`,
      ),
    ),
  ];
}

/** An SVG of how much each slice gains or loses, with the bounds that the gates judge by and the drop that is allowed. */
export function drawSliceDifferences(picture: Picture): string {
  const { measures, from, to, title, subtitle } = picture;
  const at = (points: number): number => LEFT + ((points - from) / (to - from)) * (RIGHT - LEFT);
  const bottom = TOP + measures.length * ROW;
  const height = bottom + 34;
  const parts = [
    `<rect width="${WIDTH}" height="${height}" rx="8" fill="#ffffff" stroke="#d8dee6"/>`,
    text(20, 32, title, `fill="${INK}" font-size="17" font-weight="600"`),
    text(20, 52, subtitle, `fill="${PALE}" font-size="13"`),
    ...axis(picture, bottom, at),
    ...measures.flatMap((measure, place) => row(measure, TOP + place * ROW + ROW / 2, at)),
  ];
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="14">`;
  return [open, `<title>${escaped(title)}</title>`, ...parts, '</svg>', ''].join('\n');
}
