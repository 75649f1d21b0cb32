import { z } from 'zod';
import { DURATION } from '../kinds/soak/duration.js';

/** What a freeze of a policy can hold back. */
export const FROZEN_KINDS = ['PROMOTION', 'ROLLBACK', 'OVERRIDE'] as const;

const recurringSchema = z
  .strictObject({
    cron: z
      .string()
      .min(1)
      .max(200)
      .describe('When it begins: minute, hour, day of month, month, day of week, in the time zone.'),
    duration: z
      .string()
      .max(40)
      .regex(DURATION)
      .describe('How long it holds each time, as an ISO 8601 duration of weeks to seconds, such as PT62H.'),
  })
  .meta({ id: 'RecurringWindow', description: 'A window that comes again and again.' });

const singleSchema = z
  .strictObject({
    start: z.string().min(1).max(40).describe('First moment: RFC 3339, or without an offset by the clock of the zone.'),
    end: z.string().min(1).max(40).describe('First moment after it, in the same form.'),
  })
  .meta({ id: 'SingleWindow', description: 'A window that comes once.' });

const windowsSchema = z.array(z.xor([recurringSchema, singleSchema])).max(100);

/** When nothing moves into a stage. */
export const freezeSchema = z
  .strictObject({
    timeZone: z.string().min(1).max(64).optional().describe('IANA time zone of the windows; UTC when absent.'),
    deny: windowsSchema.optional().describe('Windows in which nothing moves; they beat those of allow.'),
    allow: windowsSchema.optional().describe('Windows outside of which nothing moves; any time when absent.'),
    appliesTo: z
      .array(z.enum(FROZEN_KINDS))
      .min(1)
      .max(FROZEN_KINDS.length)
      .optional()
      .describe('What it holds back: PROMOTION, ROLLBACK, OVERRIDE; promotions when absent.'),
    rollbackExempt: z
      .boolean()
      .optional()
      .describe('Whether rollbacks go on; true when absent, unless appliesTo names them.'),
  })
  .meta({ id: 'StageFreeze', description: 'When nothing moves into the stage.' });

/** The freezes of a stage: those of several scopes hold beside each other. */
export const freezesSchema = z.union([freezeSchema, z.array(freezeSchema).min(1).max(20)]).meta({
  id: 'StageFreezes',
  description: 'When nothing moves into the stage: one block or, where time zones differ, several.',
});

/** How the gates are passed in an emergency. */
export const overrideSchema = z
  .strictObject({
    enabled: z.boolean().optional().describe('Whether there is a way past the gates at all; true when absent.'),
    role: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Role that the second person holds besides the right to break glass; none when absent.'),
    secondPerson: z
      .boolean()
      .optional()
      .describe('Whether another person has to confirm; true when absent, and always with the preset regulated.'),
    reasonMinLength: z
      .int()
      .min(1)
      .max(2000)
      .optional()
      .describe('Characters that the reason has at least, 1 to 2000; 1 when absent.'),
    ticketRequired: z.boolean().optional().describe('Whether the ticket of the emergency is named; true when absent.'),
    never: z
      .array(z.string().regex(/^[A-Z][A-Z0-9_]{0,99}$/))
      .max(100)
      .optional()
      .describe('Codes of blockers, and of reasons of rules, that nobody gets past, besides those of integrity.'),
    reviewDueDays: z
      .int()
      .min(1)
      .max(365)
      .optional()
      .describe('Days until its review has to be closed, 1 to 365; 3 when absent.'),
  })
  .meta({ id: 'BreakGlass', description: 'How the gates of the stage are passed in an emergency.' });
