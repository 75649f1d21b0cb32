import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The colours of a theme by their names, as the tokens say. */
function palette(theme: 'light' | 'dark'): Record<string, string> {
  const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
  const rows = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return Object.fromEntries([...rows].map(([, name, light, dark]) => [name!, (theme === 'light' ? light : dark)!]));
}

type Triple = [number, number, number];

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

/** Contrast of two colours by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [low, high] = [one, other]
    .map((hex) => linear(hex))
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .toSorted((first, second) => first - second);
  return (high! + 0.05) / (low! + 0.05);
}

const times = (matrix: readonly number[], [x, y, z]: Triple): Triple =>
  [0, 3, 6].map((row) => matrix[row]! * x + matrix[row + 1]! * y + matrix[row + 2]! * z) as Triple;

/** What people see who lack a kind of cone, in linear light: Machado, Oliveira and Fernandes 2009, severity 1. */
const VISIONS: Record<string, readonly number[]> = {
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** OKLab of linear light, B. Ottosson 2020. */
function okLab(colour: Triple): Triple {
  const cones = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
      0.6299787005,
    ],
    colour.map((part) => Math.min(1, Math.max(0, part))) as Triple,
  ).map(Math.cbrt) as Triple;
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
      -0.808675766,
    ],
    cones,
  );
}

const distance = (one: Triple, other: Triple): number => 100 * Math.hypot(...one.map((part, at) => part - other[at]!));

describe.each(['light', 'dark'] as const)('the palette, %s', (theme) => {
  const colours = palette(theme);
  const grounds = ['ground', 'raised'] as const;

  it.each([
    ['ink', 7],
    ['ink-second', 4.5],
    ['undecided-text', 4.5],
    ['stage-staging', 4.5],
    ['stage-production', 4.5],
    ['edge', 3],
    ['focus', 3],
    ['passed', 3],
    ['refused', 3],
    ['undecided', 3],
    ['no-verdict', 3],
  ])('%s stands out from both grounds by %d or more', (name, least) => {
    for (const ground of grounds) expect(contrast(colours[name]!, colours[ground]!)).toBeGreaterThanOrEqual(least);
  });

  it('what stands on the accent is read', () => {
    expect(contrast(colours['on-accent']!, colours['accent']!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.keys(VISIONS))('verdicts are told apart with %s', (vision) => {
    const seen = ['passed', 'refused', 'undecided'].map((name) =>
      okLab(times(VISIONS[vision]!, linear(colours[name]!))),
    );
    const pairs = [
      [seen[0]!, seen[1]!],
      [seen[0]!, seen[2]!],
      [seen[1]!, seen[2]!],
    ] as const;
    for (const [one, other] of pairs) expect(distance(one, other)).toBeGreaterThanOrEqual(15);
  });
});
