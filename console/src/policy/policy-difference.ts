import { GATED, type Gated, isObject, type PolicyDocument, type Rule, rulesOf, stageField } from './policy-document.js';

export type Change = 'new' | 'removed' | 'changed';

/** One difference between two policies, to be said in words. */
export interface PolicyDifference {
  change: Change;
  /** The stage whose gates differ; null for what holds for all. */
  stage: Gated | null;
  /** The rule or the field. */
  name: string;
  /** What differs in it, each with its value before and after; empty for what is new or removed. */
  fields: { name: string; before: string; after: string }[];
}

const BY_STAGE = ['preset', 'approvals', 'firstPromotion', 'allowSkipStaging', 'rollback', 'comparability'];
const ELSEWHERE = new Set([...BY_STAGE, 'rules', 'stages']);

/** What differs from one policy to another: rules by their id, then the rest of each stage, then what holds for all. */
export function policyDifferences(before: PolicyDocument, after: PolicyDocument): PolicyDifference[] {
  const stages = GATED.flatMap((stage) => [
    ...ruleDifferences(stage, rulesOf(before, stage), rulesOf(after, stage)),
    ...BY_STAGE.flatMap((name) =>
      difference(stage, name, stageField(before, stage, name), stageField(after, stage, name)),
    ),
  ]);
  const names = new Set([...Object.keys(before), ...Object.keys(after)].filter((name) => !ELSEWHERE.has(name)));
  return [...stages, ...[...names].flatMap((name) => difference(null, name, before[name], after[name]))];
}

function ruleDifferences(stage: Gated, before: readonly Rule[], after: readonly Rule[]): PolicyDifference[] {
  const [old, fresh] = [byName(before), byName(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) =>
    difference(stage, name, old.get(name), fresh.get(name)),
  );
}

/** Rules by their id; one without by what it says, since its id is made from that. */
function byName(rules: readonly Rule[]): Map<string, Rule> {
  return new Map(rules.map((rule) => [ruleName(rule), rule]));
}

export function ruleName(rule: Rule): string {
  return typeof rule['id'] === 'string' ? rule['id'] : shortText(rule);
}

function difference(stage: Gated | null, name: string, before: unknown, after: unknown): PolicyDifference[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ change: 'new', stage, name, fields: [] }];
  if (after === undefined) return [{ change: 'removed', stage, name, fields: [] }];
  if (!isObject(before) || !isObject(after))
    return [{ change: 'changed', stage, name, fields: [field('', before, after)] }];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((each) => !same(before[each], after[each]))
    .map((each) => field(each, before[each], after[each]));
  return [{ change: 'changed', stage, name, fields }];
}

function field(name: string, before: unknown, after: unknown) {
  return { name, before: shortText(before), after: shortText(after) };
}

function shortText(value: unknown): string {
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether two values are the same; the order of an object's fields says nothing. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => same(one[name], other[name]));
}

export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Two texts line by line, by their longest common subsequence. */
export function lineDifference(before: string, after: string): DiffLine[] {
  const [old, fresh] = [before.trimEnd().split('\n'), after.trimEnd().split('\n')];
  const lengths = commonLengths(old, fresh);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      lines.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (j >= fresh.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!))
      lines.push({ kind: 'removed', text: old[i++]! });
    else lines.push({ kind: 'added', text: fresh[j++]! });
  }
  return lines;
}

/** For each pair of places, how many lines the rests of both texts have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === fresh[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}
