import { type PredictionLimits } from '../../../platform/config/predictions.js';

/** What is on its way to an evaluation: files that arrive, jobs with those to come of them, bytes that wait on the disk. */
export interface QueueLoad {
  uploads: number;
  jobs: number;
  bytes: number;
}

/** A bound that would be passed, and whether it is that of one subject. */
export interface Excess {
  what: keyof QueueLoad;
  most: number;
  isOwn: boolean;
}

const ORDER = ['jobs', 'uploads', 'bytes'] as const satisfies readonly (keyof QueueLoad)[];

/** The first bound that the loads pass, those of all before those of one subject; null when none is passed. */
export function findExcess({ all, own }: { all: QueueLoad; own: QueueLoad }, limits: PredictionLimits): Excess | null {
  const { queued, uploads, spooledBytes, queuedPerSubject, uploadsPerSubject, spooledBytesPerSubject } = limits;
  const most: QueueLoad = { jobs: queued, uploads, bytes: spooledBytes };
  const ownMost: QueueLoad = { jobs: queuedPerSubject, uploads: uploadsPerSubject, bytes: spooledBytesPerSubject };
  return excessOver(all, most, false) ?? excessOver(own, ownMost, true);
}

export function plus(load: QueueLoad, more: QueueLoad): QueueLoad {
  return { uploads: load.uploads + more.uploads, jobs: load.jobs + more.jobs, bytes: load.bytes + more.bytes };
}

function excessOver(load: QueueLoad, most: QueueLoad, isOwn: boolean): Excess | null {
  const what = ORDER.find((one) => load[one] > most[one]);
  return what === undefined ? null : { what, most: most[what], isOwn };
}
