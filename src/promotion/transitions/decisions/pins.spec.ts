import fc from 'fast-check';
import { STAGES } from '../../../values/stage.js';
import { findStalePin, type Pins } from './pins.js';

describe('the ground of a request', () => {
  const PINS: Pins = {
    fromStage: 'Staging',
    incumbent: 2,
    generation: 5,
    policyDigest: 'p',
    evidenceDigest: 'e',
    artifactDigest: 'a',
  };

  it.each<[Partial<Pins>, string | null]>([
    [{}, null],
    [{ incumbent: 4, generation: 6 }, 'STALE_INCUMBENT'],
    [{ incumbent: null }, 'STALE_INCUMBENT'],
    [{ generation: 7 }, 'STALE_INCUMBENT'],
    [{ fromStage: 'None' }, 'STALE_STAGE'],
    [{ policyDigest: 'q' }, 'STALE_POLICY'],
    [{ evidenceDigest: 'f' }, 'STALE_EVIDENCE'],
    [{ artifactDigest: null }, 'ARTIFACT_DIGEST_MISMATCH'],
  ])('with %j is %s', (change, code) => {
    expect(findStalePin(PINS, { ...PINS, ...change })?.code ?? null).toBe(code);
  });

  it('holds only as long as nothing of it changed', () => {
    const pins = fc.record<Pins>({
      fromStage: fc.constantFrom(...STAGES),
      incumbent: fc.constantFrom(null, 1, 2),
      generation: fc.nat(2),
      policyDigest: fc.constantFrom(null, 'p', 'q'),
      evidenceDigest: fc.constantFrom(null, 'e', 'f'),
      artifactDigest: fc.constantFrom(null, 'a', 'b'),
    });
    fc.assert(
      fc.property(pins, pins, (pinned, current) => {
        const isSame = JSON.stringify(pinned) === JSON.stringify(current);
        expect(findStalePin(pinned, current) === null).toBe(isSame);
      }),
    );
  });
});
