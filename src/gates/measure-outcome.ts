import { type EvidenceFault } from './choose-evidence.js';
import { formatMeasure } from './gate-message.js';
import { type MeasureOutcome } from './gate-outcome.js';
import { type Slice } from './slice-key.js';
import { type Status } from './verdict.js';

/** The part of a measure's outcome that is known before it is judged. */
export type MeasureBase = Pick<MeasureOutcome, 'metric' | 'slice' | 'observed' | 'required' | 'basis' | 'evaluations'>;

/** Concludes a measure; the message always ends with the status. */
export function concludeMeasure(
  base: MeasureBase,
  status: Status,
  reasonCode: string,
  sentence: string,
  remediation?: string,
): MeasureOutcome {
  const message = `${sentence} ${status}`;
  return { ...base, status, reasonCode, message, ...(remediation === undefined ? {} : { remediation }) };
}

/** Concludes a measure that could not be judged because of its evidence. */
export function faultyMeasure(base: MeasureBase, fault: EvidenceFault): MeasureOutcome {
  const sentence = `${formatMeasure(base.metric, base.slice)}: ${fault.detail}.`;
  return concludeMeasure(base, fault.status, fault.reasonCode, sentence, fault.remediation);
}

/** A measure before anything was looked at. */
export function emptyMeasure(metric: string, slice: Slice, basis: string): MeasureBase {
  return { metric, slice, observed: {}, required: {}, basis, evaluations: { challenger: null, incumbent: null } };
}
