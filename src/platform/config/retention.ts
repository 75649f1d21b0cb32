import { type SettingsReader } from './settings-reader.js';

/** How long things stay that nothing needs any more. */
export interface RetentionSettings {
  /** How long the first answer to an idempotency key is given again; afterwards the key is free. */
  readonly idempotencyKeyHours: number;
  /** Deliveries of webhooks that were made, and those that were given up. */
  readonly deliveryDays: number;
  readonly deadDeliveryDays: number;
  /** Jobs that ended, with what they answer. */
  readonly jobDays: number;
  /** Sessions of browsers that are over. */
  readonly sessionDays: number;
}

const TEN_YEARS = 3_650;
/** Unless set otherwise. */
export const IDEMPOTENCY_KEY_HOURS = 24;

export function readRetentionSettings(read: SettingsReader): RetentionSettings {
  return Object.freeze({
    idempotencyKeyHours: read.count('RETENTION_IDEMPOTENCY_HOURS', IDEMPOTENCY_KEY_HOURS, 1, 24 * TEN_YEARS),
    deliveryDays: read.count('RETENTION_DELIVERY_DAYS', 30, 1, TEN_YEARS),
    deadDeliveryDays: read.count('RETENTION_DEAD_DELIVERY_DAYS', 30, 1, TEN_YEARS),
    jobDays: read.count('RETENTION_JOB_DAYS', 30, 1, TEN_YEARS),
    sessionDays: read.count('RETENTION_SESSION_DAYS', 7, 1, TEN_YEARS),
  });
}
