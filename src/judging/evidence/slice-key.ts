import { compareText } from '../../values/compare-text.js';

/** A value of a feature as it is submitted. */
export type SliceValue = string | number | boolean;
/** A part of the evaluation data as a set of feature=value pairs; `{}` is the whole. */
export type Slice = Record<string, string>;

/** Value of a feature that stands for the rows without a value. */
export const MISSING = '__null__';
/** Value of a feature that stands for all its small slices together. */
export const SMALL = '__small__';
/** What the values that stand for others are called before people. */
const SPOKEN = new Map([
  [MISSING, '(missing)'],
  [SMALL, '(small ones, pooled)'],
]);

/** The key of the whole. */
export const OVERALL_KEY = '{}';
/** Most features that a slice may name. */
const SLICE_FEATURES_MAX = 8;
/** Longest name or value of a feature. */
const SLICE_TEXT_MAX = 256;
/** Text that PostgreSQL cannot store. */
export const UNSTORABLE = /\p{Surrogate}|\0/u;

/** The canonical slice: names and values in NFC, values as strings, features sorted by code unit. */
export function canonicalSlice(slice: Readonly<Record<string, SliceValue>>): Slice {
  return Object.fromEntries(canonicalPairs(slice));
}

/** Key and text of slices that cannot change, so that thousands of measures on one slice are named once. */
const named = new WeakMap<object, { key: string; text: string }>();

/** The canonical key of a slice: RFC 8785 JSON of its canonical form, the same for every order of features. */
export function sliceKey(slice: Readonly<Record<string, SliceValue>>): string {
  return named.get(slice)?.key ?? makeKey(slice);
}

function makeKey(slice: Readonly<Record<string, SliceValue>>): string {
  const pairs = canonicalPairs(slice).map(([feature, value]) => `${JSON.stringify(feature)}:${JSON.stringify(value)}`);
  return `{${pairs.join(',')}}`;
}

function canonicalPairs(slice: Readonly<Record<string, SliceValue>>): [string, string][] {
  const pairs = Object.entries(slice).map(([feature, value]): [string, string] => [
    feature.normalize('NFC'),
    textOf(value),
  ]);
  return pairs.length < 2 ? pairs : pairs.sort((a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]));
}

/** Reads a slice key back; undefined for text that is not the canonical key of any slice. */
export function parseSliceKey(key: string): Slice | undefined {
  try {
    const slice: unknown = JSON.parse(key);
    if (typeof slice !== 'object' || slice === null || Array.isArray(slice)) return undefined;
    if (Object.values(slice).some((value) => typeof value !== 'string')) return undefined;
    return sliceKey(slice as Slice) === key ? (slice as Slice) : undefined;
  } catch {
    return undefined;
  }
}

/** The slice of a canonical key, frozen and with its names remembered; `{}` for text that is no key. */
export function rememberedSlice(key: string): Slice {
  const slice = Object.freeze(parseSliceKey(key) ?? {});
  named.set(slice, { key: makeKey(slice), text: makeText(slice) });
  return slice;
}

/** What is wrong with a slice as submitted, or undefined when it can be stored. */
export function sliceFault(slice: Readonly<Record<string, SliceValue>>): string | undefined {
  const features = Object.keys(slice);
  if (features.length > SLICE_FEATURES_MAX) return `A slice names at most ${SLICE_FEATURES_MAX} features.`;
  if (features.some((feature) => feature.trim() === '')) return 'A slice feature needs a name.';
  if (Object.values(slice).some((value) => typeof value === 'number' && !Number.isFinite(value))) {
    return 'A slice value must be a finite number.';
  }
  const texts = Object.entries(slice).flatMap(([feature, value]) => [feature, textOf(value)]);
  if (texts.some((text) => text.length > SLICE_TEXT_MAX)) {
    return `Slice features and values have at most ${SLICE_TEXT_MAX} characters.`;
  }
  if (texts.some((text) => UNSTORABLE.test(text))) return 'Slices hold no NUL and no unpaired surrogate.';
  if (new Set(features.map((feature) => feature.normalize('NFC'))).size < features.length) {
    return 'Two features of a slice are the same after Unicode normalisation.';
  }
  return undefined;
}

/** A slice for people: `race=Black & sex=Female`, `race=(small ones, pooled)`, or `overall` for the whole. */
export function formatSlice(slice: Slice): string {
  return named.get(slice)?.text ?? makeText(slice);
}

function makeText(slice: Slice): string {
  const pairs = Object.entries(slice).map(([feature, value]) => `${feature}=${SPOKEN.get(value) ?? value}`);
  return pairs.length === 0 ? 'overall' : pairs.join(' & ');
}

/** Whether a slice key denotes the whole of the evaluation data. */
export function isOverall(key: string): boolean {
  return key === OVERALL_KEY;
}

function textOf(value: SliceValue): string {
  return (typeof value === 'string' ? value : String(value)).normalize('NFC');
}
