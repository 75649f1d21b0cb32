import { canonicalJson } from '../../values/canonical-json.js';
import { type Margin } from '../evidence/compare.js';
import { EVIDENCE_LEVELS } from '../evidence/gate-evidence.js';
import { type GateRule } from './gate-policy.js';
import { durationMs } from '../kinds/soak/duration.js';
import { type Slice, sliceKey } from '../evidence/slice-key.js';
import { ENFORCEMENTS } from './gate-rule-schema.js';

type IsTighter = (narrower: unknown, base: unknown) => boolean;

const atLeast: IsTighter = (a, b) => number(a, -Infinity) >= number(b, -Infinity);
const atMost: IsTighter = (a, b) => number(a, Infinity) <= number(b, Infinity);
const implied: IsTighter = (a, b) => a === true || b !== true;
const among =
  (order: readonly unknown[]): IsTighter =>
  (a, b) =>
    order.indexOf(a) <= order.indexOf(b);

/** How each field of a rule may change without asking for less; a field not named here may not change at all. */
const TIGHTER: Readonly<Record<string, IsTighter>> = {
  description: () => true,
  enforcement: among(ENFORCEMENTS),
  onInconclusive: among(['block', 'warn']),
  minEvidence: among(EVIDENCE_LEVELS.toReversed()),
  onMissingIncumbentSlice: among(['inconclusive', 'threshold_only']),
  min: atLeast,
  max: atMost,
  confidence: atLeast,
  minSliceSize: atLeast,
  minPositives: atLeast,
  minNegatives: atLeast,
  atLeast,
  critical: implied,
  poolSmallSlices: implied,
  maxUntestedShare: atMost,
  maxSlices: () => true,
  noWorseThanIncumbentBy: atMost,
  suspiciousGain: atMost,
  maxAgeDays: atMost,
  warnAfter: atMost,
  failAfter: atMost,
  minDuration: (a, b) => durationMs(String(a)) >= durationMs(String(b)),
  margin: (a, b) => isTighterMargin(a as Margin, b as Margin),
  slices: (a, b) =>
    (b as Slice[]).every((slice) => (a as Slice[]).some((other) => sliceKey(other) === sliceKey(slice))),
  slicesOf: (a, b) => (b as string[]).every((features) => (a as string[]).includes(features)),
  require: (a, b) =>
    (b as object[]).every((demand) => (a as object[]).some((other) => canonicalJson(other) === canonicalJson(demand))),
};

/** Fields in which a rule of a narrower scope asks for less than the rule of the same id it takes the place of. */
export function loosenedFields(base: GateRule, narrower: GateRule): string[] {
  if (base.kind !== narrower.kind) return ['kind'];
  const [wide, narrow] = [base, narrower].map((rule) => rule as unknown as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const fixed = fixedFields(base, narrower);
  const fields = new Set([...Object.keys(wide), ...Object.keys(narrow)]);
  return [...fields].filter((field) => {
    if (canonicalJson([wide[field] ?? null]) === canonicalJson([narrow[field] ?? null])) return false;
    if (isIdle(field, base)) return false;
    if (fixed.has(field) || !Object.hasOwn(TIGHTER, field)) return true;
    const isGain = field === 'margin' && base.kind === 'regression' && base.mode === 'superiority';
    return isGain ? !TIGHTER.margin!(wide[field], narrow[field]) : !TIGHTER[field]!(narrow[field], wide[field]);
  });
}

/**
 * Fields whose tightening would let something else pass: where too little data only warns, more slices, more confidence or
 * a larger minimum turn a failure into a warning; small slices judged together no longer count as untested.
 */
function fixedFields(base: GateRule, narrower: GateRule): ReadonlySet<string> {
  const fixed = new Set<string>();
  if (!('slicesOf' in base) || !('slicesOf' in narrower)) return fixed;
  const fix = (...fields: string[]) => fields.forEach((field) => fixed.add(field));
  const warns = narrower.onInconclusive === 'warn';
  const isCompared = base.kind === 'regression' && base.mode !== 'point';
  if (isCompared && (warns || base.mode === 'no_detected_regression')) fix('slices', 'slicesOf', 'confidence');
  if (warns && 'bound' in base && base.bound !== 'point') fix('confidence');
  if (warns || narrower.slicesOf.length > 0) fix('minSliceSize', 'minPositives', 'minNegatives');
  if (base.slicesOf.length > 0) fix('poolSmallSlices');
  return fixed;
}

/** Fields that ask for nothing where no slices are discovered. */
const OF_DISCOVERED: ReadonlySet<string> = new Set(['poolSmallSlices', 'maxUntestedShare']);

function isIdle(field: string, base: GateRule): boolean {
  return OF_DISCOVERED.has(field) && 'slicesOf' in base && base.slicesOf.length === 0;
}

/** The effective margin is the larger of the two parts, so neither may grow and none may be added. */
function isTighterMargin(narrower: Margin, base: Margin): boolean {
  return (narrower.abs ?? 0) <= (base.abs ?? 0) && (narrower.rel ?? 0) <= (base.rel ?? 0);
}

function number(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent;
}
