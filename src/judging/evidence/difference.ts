import { type Estimate } from '../statistics/estimate.js';
import { type MethodId } from '../statistics/methods.js';
import { type Discordance } from '../statistics/paired-proportions.js';

/** A difference with its uncertainty, challenger − incumbent in units of the metric, and what it rests on. */
export interface Difference {
  level: 'interval' | 'paired';
  method: MethodId;
  estimate: Estimate;
  positives?: number;
  negatives?: number;
  discordance?: Discordance;
  /** Whether no row told the models apart, so that the standard error is that of one row imagined each way. */
  isAlike?: boolean;
  /** Whether too few rows vary for anything to be concluded from them (gates S3a). */
  isUnvaried?: boolean;
  /** Rows of equal weight that would say as much. */
  effectiveN?: number;
  replicates?: readonly number[];
}

/** What paired evidence says of one metric on one slice, with all that must agree with the reports of each model. */
export interface PairedDifference extends Difference {
  n: number | null;
  challenger?: number | null;
  incumbent?: number | null;
  difference?: number;
  /** The mean of the replicates, which cannot lie far from the reported difference. */
  mean?: number;
  /** The challenger's accuracy that a table implies, whichever metric is read from it. */
  accuracy?: number | null;
}
