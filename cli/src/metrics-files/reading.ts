import { isRunNumber, isTrainingNumber } from './names.js';

/** One metric as an evaluation states it. */
export interface MetricValue {
  name: string;
  slice: Record<string, string>;
  value: number;
  count?: number;
  standardError?: number;
}

/** Something of the file that is no metric, and why. */
export interface LeftOut {
  name: string;
  why: 'no finite number' | 'a number of the run' | 'a number of the training';
}

/** What stands beside a value. */
export interface Beside {
  /** Name of the metric in the evaluation, where the file writes more. */
  as?: string;
  slice?: Record<string, string>;
  /** Number of examples; what is no whole number of 0 or more counts as not stated. */
  count?: unknown;
  standardError?: unknown;
}

/** What has been read of a metrics file. */
export class Reading {
  readonly metrics: MetricValue[] = [];
  readonly leftOut: LeftOut[] = [];

  /** Takes a value, unless it is none of the model's. */
  take(name: string, value: unknown, { as = name, slice = {}, count, standardError }: Beside = {}): void {
    if (isTrainingNumber(name)) this.leave(name, 'a number of the training');
    else if (isRunNumber(name)) this.leave(name, 'a number of the run');
    else if (!isNumber(value)) this.leave(name, 'no finite number');
    else {
      this.metrics.push({
        name: as,
        slice,
        value,
        ...(isCount(count) && { count }),
        ...(isNumber(standardError) && standardError >= 0 && { standardError }),
      });
    }
  }

  /** Names what is left out, once. */
  leave(name: string, why: LeftOut['why']): void {
    if (!this.leftOut.some((one) => one.name === name)) this.leftOut.push({ name, why });
  }
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isCount(value: unknown): value is number {
  return isNumber(value) && Number.isSafeInteger(value) && value >= 0;
}

/** Whether a cell of a table says nothing. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
