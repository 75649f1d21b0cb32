import { createHash } from 'node:crypto';

const MASK_64 = (1n << 64n) - 1n;
const { imul } = Math;

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

/** Draws with replacement, the only randomness resampling needs. */
export interface RandomSource {
  /** A 32-bit integer, uniform on [0, 2³²). */
  next(): number;
  /** Fills the target with integers uniform on [0, bound), 1 ≤ bound ≤ 2³¹. */
  fillBelow(target: Uint32Array, bound: number): void;
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2021) from a 64-bit seed: two outputs of SplitMix64 (Steele, Lea and Flood 2014)
 * fill the state, low half before high half; period 2¹²⁸ − 1.
 */
export function randomSource(seed: bigint): RandomSource {
  const next = splitMix64(seed);
  const [first, second] = [next(), next()];
  return new Xoshiro128([first, first >> 32n, second, second >> 32n].map((half) => Number(half & 0xffffffffn)));
}

/** xoshiro128** 1.1 from its four 32-bit words of state, not all 0 (Blackman and Vigna 2021). */
export class Xoshiro128 implements RandomSource {
  private readonly state: Int32Array;
  private readonly one = new Uint32Array(1);

  constructor(words: readonly number[]) {
    this.state = Int32Array.from(words);
  }

  next(): number {
    this.draw(this.one, 0, 0xffffffff);
    return this.one[0]!;
  }

  /**
   * Takes the top bits of each draw that are enough for the bound and draws again when they reach it, so no value is
   * favoured (bitmask with rejection, O'Neill 2018); a bound of 1 draws nothing.
   */
  fillBelow(target: Uint32Array, bound: number): void {
    if (bound === 1) target.fill(0);
    else this.draw(target, Math.clz32(bound - 1), bound - 1);
  }

  /** The state lives in local variables while drawing: bootstraps draw 10⁸ times. */
  private draw(target: Uint32Array, shift: number, largest: number): void {
    const state = this.state;
    let s0 = state[0]!;
    let s1 = state[1]!;
    let s2 = state[2]!;
    let s3 = state[3]!;
    for (let filled = 0; filled < target.length;) {
      const times5 = imul(s1, 5);
      const value = imul((times5 << 7) | (times5 >>> 25), 9) >>> shift;
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
      if (value <= largest) target[filled++] = value;
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
  }
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
