import { z } from 'zod';
import { type Permission, PERMISSIONS } from '../../platform/access/permission.js';
import { count, eventKind, stage, stored, time } from './event-kind.js';

const id = z.uuid().describe('Id of the token.');
const subject = z.string().describe('Who the token speaks for.');
const counted = z
  .int()
  .min(1)
  .optional()
  .describe(
    'How many refusals of a minute it tells of, this one as the last; absent when of one that it was written for at once.',
  );
const permissionName = z.enum(Object.keys(PERMISSIONS) as Permission[]);
const permission = permissionName.describe('The permission that was lacking.');
const role = z.string().describe('Name of the role.');
const bindingDetails = z.strictObject({
  id: z.uuid().describe('Id of the role binding.'),
  subject: z.string().nullable().describe('Who has the role; null when a group has it.'),
  group: z.string().nullable().describe('The group whose members have the role; null when a subject has it.'),
  role,
  modelPrefix: z
    .string()
    .nullable()
    .describe('The beginning of the names of the models it holds for; null without one.'),
  stored,
});

/** Who may and who might not. */
export const ACCESS_EVENTS = {
  'token.issued': eventKind(
    'registry',
    'A token was issued.',
    z.strictObject({
      id,
      subject,
      roles: z.array(z.string()).describe('The roles that it carries.'),
      approvalRoles: z.array(z.string()).optional().describe('Approval roles it carries; absent when it carries none.'),
      serviceAccount: z.literal(true).optional().describe('That a machine holds it; absent for a person.'),
      origin: z
        .string()
        .optional()
        .describe('Issuer that vouched for the subject; absent when an administrator named it.'),
      trustRuleId: z.uuid().optional().describe('Trust rule that it was exchanged by; absent when by none.'),
      name: z.string().nullable().describe('Where it is used; null when nobody said.'),
      expiresAt: time.describe('When it ends by itself.'),
      stored,
    }),
  ),
  'token.revoked': eventKind('registry', 'A token was revoked.', z.strictObject({ id, subject })),
  'trust_rule.created': eventKind(
    'registry or model',
    'Tokens of another issuer began to be exchanged for ours.',
    z.strictObject({
      id: z.uuid().describe('Id of the rule.'),
      issuer: z.string().describe('Issuer of the tokens.'),
      audience: z.string().describe('Audience that they must be made for.'),
      conditions: z
        .array(
          z.strictObject({
            claim: z.string().describe('Name of the claim.'),
            value: z.string().describe('What it must be; `*` stands for any characters.'),
          }),
        )
        .describe('What their claims must be.'),
      roles: z.array(z.string()).describe('What the tokens may do that are given.'),
      model: z.string().optional().describe('The one model that they may know of; absent for any.'),
      modelPrefix: z
        .string()
        .optional()
        .describe('Beginning of the names of the models that they may know of; absent for any.'),
      expiresInSeconds: z.int().min(1).describe('How long they live, in seconds.'),
      stored,
    }),
  ),
  'trust_rule.deleted': eventKind(
    'registry or model',
    'A trust rule ended, and with it the tokens that it gave.',
    z.strictObject({
      id: z.uuid().describe('Id of the rule.'),
      revokedTokens: count.describe('How many tokens that stood were revoked with it.'),
    }),
  ),
  'session.started': eventKind(
    'registry',
    'Somebody signed in with a browser.',
    z.strictObject({
      id: z.uuid().describe('Id of the session.'),
      subject: z.string().describe('Who signed in.'),
      tokenId: z.uuid().describe('Id of the token that its rights come from.'),
      address: z.string().describe('Address that the sign-in came from.'),
      endsAt: time.describe('When it ends by itself.'),
      stored,
    }),
  ),
  'session.ended': eventKind(
    'registry',
    'A session was ended before its time: by signing out, by signing in anew, or by an administrator.',
    z.strictObject({
      id: z.uuid().describe('Id of the session.'),
      subject: z.string().describe('Who was signed in.'),
      stored,
    }),
  ),
  'role_binding.created': eventKind(
    'registry or model',
    'A role was given to a subject or a group: for a model, for all models whose names begin alike, or in the registry.',
    bindingDetails,
  ),
  'role_binding.deleted': eventKind('registry or model', 'A role was taken back.', bindingDetails),
  'role.defined': eventKind(
    'registry',
    'A role of the organisation was defined, anew or again; whoever has it may do what it gives from then on.',
    z.strictObject({ role, permissions: z.array(permissionName).describe('What it gives.'), stored }),
  ),
  'role.deleted': eventKind('registry', 'A role of the organisation was deleted.', z.strictObject({ role })),
  'access.denied': eventKind(
    'registry or version',
    'A known caller was refused: a request, a move of a version, or a decision on a transition.',
    z.union([
      z.strictObject({
        method: z.string().describe('Method of the request.'),
        path: z.string().describe('Path of the request.'),
        permission,
        count: counted,
      }),
      z.strictObject({
        permission,
        kind: z.enum(['promote', 'demote', 'archive', 'restore', 'rollback', 'override']).describe('Kind of the move.'),
        fromStage: stage.describe('The stage the version is in.'),
        toStage: stage.describe('The stage asked for.'),
        count: counted,
      }),
      z.strictObject({
        transitionId: z.uuid().describe('Id of the transition.'),
        code: z
          .enum(['SELF_APPROVAL', 'SERVICE_ACCOUNT', 'ROLE_REQUIRED', 'ON_HOLD', 'REVIEW_OVERDUE', 'FROZEN'])
          .describe('Why the caller may not decide on it, or not approve it now.'),
        count: counted,
      }),
      z.strictObject({
        toStage: stage.describe('The stage whose gates the rule belongs to.'),
        ruleId: z.string().describe('The rule that was to be waived.'),
        code: z.enum(['SELF_WAIVER', 'SERVICE_ACCOUNT']).describe('Why the caller may not waive it.'),
        count: counted,
      }),
      z.strictObject({
        policyChangeId: z.uuid().describe('Id of the change of a policy.'),
        code: z
          .enum(['SELF_APPROVAL', 'SERVICE_ACCOUNT', 'ROLE_REQUIRED'])
          .describe('Why the caller may not decide on it.'),
        count: counted,
      }),
    ]),
  ),
} as const;
