import { type DataSource } from 'typeorm';
import { type Config } from '../platform/config.js';
import { VerificationWalk } from '../record/verification/verification-walk.service.js';
import { toVerificationResponse } from '../record/verification/verification.dto.js';
import { applicationOf } from './application.js';

/** Walks over the whole record as `GET /audit-events/verification` does, and says in a sentence what it found. @throws when something was altered */
export async function verifyRecord(config: Config, dataSource: DataSource): Promise<string> {
  const app = await applicationOf(config, dataSource);
  const startedAt = new Date();
  const tally = await app.get(VerificationWalk).run({}, { signal: new AbortController().signal });
  const { valid, events, objects, firstBroken, reason, differing, archived } = toVerificationResponse(tally, startedAt);
  if (!valid)
    throw new Error(
      `The record is broken at event ${firstBroken}: ${reason} ${differing} of ${objects} objects differ from it.`,
    );
  const whole = `The record is whole: ${events} events, and ${objects} objects as they tell of them.`;
  if (archived === null) return whole;
  return `${whole} It is archived until event ${archived.through}, with the digest ${archived.digest}.`;
}
