import { createHash } from 'node:crypto';

const MASK_64 = (1n << 64n) - 1n;

/** Everything a resampling may depend on, so that a replay draws the same rows. */
export interface SeedParts {
  readonly policyDigest: string;
  readonly ruleId: string;
  readonly slice: string;
  readonly evidenceDigest: string;
}

/** 64-bit seed: the first 8 bytes, big-endian, of SHA-256 over `policyDigest|ruleId|slice|evidenceDigest` in UTF-8 (gates S10). */
export function seedOf({ policyDigest, ruleId, slice, evidenceDigest }: SeedParts): bigint {
  return createHash('sha256')
    .update(`${policyDigest}|${ruleId}|${slice}|${evidenceDigest}`, 'utf8')
    .digest()
    .readBigUInt64BE();
}

/** Pseudo-random 32-bit integers, uniform on [0, 2³²). */
export type RandomSource = () => number;

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2021) from a 64-bit seed: two outputs of SplitMix64 (Steele, Lea and Flood 2014)
 * fill the state, low half before high half; period 2¹²⁸ − 1.
 */
export function randomSource(seed: bigint): RandomSource {
  const next = splitMix64(seed);
  const [first, second] = [next(), next()];
  const halves = [first, first >> 32n, second, second >> 32n].map((half) => Number(half & 0xffffffffn));
  return xoshiro128(halves[0]!, halves[1]!, halves[2]!, halves[3]!);
}

/** xoshiro128** 1.1 from its four 32-bit words of state, not all 0. */
export function xoshiro128(s0: number, s1: number, s2: number, s3: number): RandomSource {
  return () => {
    const scrambled = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return scrambled;
  };
}

/** SplitMix64: one 64-bit integer per call from a 64-bit counter. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed & MASK_64;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK_64;
    let mixed = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
    return mixed ^ (mixed >> 31n);
  };
}

/**
 * Fills the target with uniform integers in [0, bound), 1 ≤ bound ≤ 2³¹: the top bits of each draw that are enough for the
 * bound, drawn again when they reach it, so no value is favoured (bitmask with rejection, O'Neill 2018).
 */
export function fillBelow(target: Uint32Array, bound: number, random: RandomSource): void {
  const shift = Math.clz32(bound - 1);
  for (let i = 0; i < target.length; i++) {
    let value = bound === 1 ? 0 : random() >>> shift;
    while (value >= bound) value = random() >>> shift;
    target[i] = value;
  }
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
