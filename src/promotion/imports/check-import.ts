import { type WantedVersion } from './import-plan.js';

/** A fault of the list of versions, with the place in it. */
export interface OrderFault {
  index: number;
  detail: string;
}

/** Versions ascend by number, since each is registered after the one before, and one at most is in Production. */
export function checkOrder(versions: readonly Pick<WantedVersion, 'version' | 'stage'>[]): OrderFault[] {
  return versions.flatMap(({ version, stage }, index) => {
    const before = versions.slice(0, index);
    const faults: string[] = [];
    if (index > 0 && version <= versions[index - 1]!.version)
      faults.push('must have a higher number than the version before');
    if (stage === 'Production' && before.some((other) => other.stage === 'Production'))
      faults.push('is the second in Production, which holds one version at most');
    return faults.map((detail) => ({ index, detail }));
  });
}
