import { approvalLifetimeMs } from '../../judging/policy/approval-terms.js';
import {
  type ApprovalSlot,
  type ApprovalsPolicy,
  type ExcludableActor,
  type StagePolicy,
} from '../../judging/policy/gate-policy.js';
import { isSamePerson, personOf } from '../../platform/access/subject.js';
import { compareText } from '../../values/compare-text.js';

export const APPROVAL_DECISIONS = ['approve', 'reject'] as const;

export type ApprovalDecision = (typeof APPROVAL_DECISIONS)[number];

/** How a decision ends without its transition being applied by it. */
export const APPROVAL_ENDS = ['withdrawn', 'expired', 'dismissed', 'revoked'] as const;

export type ApprovalEnd = (typeof APPROVAL_ENDS)[number];

/** A decision that counts now; what was withdrawn, dismissed or has expired is none. */
export interface Approval {
  actor: string;
  roles: readonly string[];
  groups: readonly string[];
  decision: ApprovalDecision;
}

/** What a decider has to show. */
export interface Decider {
  subject: string;
  roles: readonly string[];
  groups: readonly string[];
  isService: boolean;
}

/** Who stands behind a transition, by stable subject id. */
export interface TransitionActors {
  registrant: string | null;
  requester: string | null;
  /** Who submitted the evaluations of the version that the judgement rests on. */
  evaluator: readonly string[];
  /** Who changed the policy since the version was registered or Production last changed. */
  policyAuthor: readonly string[];
}

/** One approval that is asked for: of a role, or of a group. */
export interface Seat {
  role?: string;
  group?: string;
}

export interface FilledSlot extends Seat {
  actor: string | null;
}

/** Where the approvals of a transition stand. */
export interface ApprovalState {
  complete: boolean;
  rejected: boolean;
  slots: FilledSlot[];
  message: string;
}

/** Why somebody's decision is not taken. */
export type ApprovalRefusalCode =
  'SELF_APPROVAL' | 'SERVICE_ACCOUNT' | 'ROLE_REQUIRED' | 'ALREADY_DECIDED' | 'NO_APPROVAL_NEEDED';

export type MayApprove = { allowed: true } | { allowed: false; code: ApprovalRefusalCode; detail: string };

const EXCLUDED: Readonly<Record<ApprovalsPolicy['excludeActors'][number], string>> = {
  registrant: 'who registered the version',
  requester: 'who asked for it',
  evaluator: 'who submitted its evidence',
  policyAuthor: 'who changed the policy since',
};

/** An admin may fill the slot of any role, but separation of duty holds for admins too. */
export const ANY_ROLE = 'admin';

/** What a caller holds as a role who may pass the gates in an emergency. */
export const BREAK_GLASS_ROLE = 'break-glass';

/** The approvals a transition needs: those of the stage, and the extra ones of a first promotion. */
export function approvalsNeeded(stage: StagePolicy, firstPromotion: boolean): ApprovalsPolicy {
  const extra = firstPromotion ? stage.firstPromotion.extraApprovals : 0;
  const { count: _count, ...asked } = stage.approvals.slots[0] ?? { role: 'approver', count: 0 };
  return extra === 0
    ? stage.approvals
    : { ...stage.approvals, slots: [...stage.approvals.slots, { ...asked, count: extra }] };
}

/** Somebody whom the policy keeps from approving, and why. */
export interface ExcludedActor {
  subject: string;
  reason: ExcludableActor;
  /** The person behind the subject, whatever the spelling. */
  person: string;
}

/** The approvals that one transition asks for. What it is pinned to decides them, so they hold as long as its pins do. */
export interface ApprovalDemand extends ApprovalsPolicy {
  excluded: ExcludedActor[];
  /** When the request ends unless it is decided, as RFC 3339; absent in what an earlier release stored. */
  expiresAt?: string;
}

/** When an approval that is given at a time stops counting. */
export function approvalEnd(policy: ApprovalsPolicy, givenAt: Date): Date {
  return new Date(givenAt.getTime() + approvalLifetimeMs(policy));
}

/** Why something that awaited approval can no longer be applied, a transition or a change of a policy. */
export type LostCode = 'STALE_POLICY' | 'REQUEST_EXPIRED';

/** The end of what awaited approval and can no longer be applied. */
export interface LostGround {
  outcome: 'stale';
  code: LostCode;
  detail: string;
}

/** The end of a request that nobody decided in time; null while there is time. */
export function findExpiry(expiresAt: string | undefined, at: Date): LostGround | null {
  if (expiresAt === undefined || at.getTime() < Date.parse(expiresAt)) return null;
  const detail = `The request waited for its approvals until ${expiresAt}. Ask again to be judged anew.`;
  return { outcome: 'stale', code: 'REQUEST_EXPIRED', detail };
}

/** What a policy asks of a transition behind which these actors stand. */
export function demandApprovals(policy: ApprovalsPolicy, actors: TransitionActors): ApprovalDemand {
  const excluded = policy.excludeActors.flatMap((reason) =>
    [actors[reason] ?? []].flat().map((subject) => ({ subject, reason, person: personOf(subject) })),
  );
  return { ...policy, excluded };
}

/** Fills slots by maximum bipartite matching of persons to slots, so that one person never counts twice. */
export function judgeApprovals(policy: ApprovalDemand, approvals: readonly Approval[]): ApprovalState {
  const excluded = personsOf(policy);
  const rejected = policy.rejectionIsVeto && approvals.some(({ decision }) => decision === 'reject');
  const valid = approvals.filter(
    ({ actor, decision }) => decision === 'approve' && !excluded.includes(personOf(actor)),
  );
  const seats = expandSlots(policy.slots);
  const filled = policy.distinctPersons ? matchPersons(seats, byPerson(valid)) : fillFreely(seats, byPerson(valid));
  const slots = seats.map((seat, at) => ({ ...seat, actor: filled[at] ?? null }));
  const missing = slots.filter(({ actor }) => actor === null).map(seatName);
  return {
    complete: missing.length === 0 && !rejected,
    rejected,
    slots,
    message: describe(missing, rejected, seats.length),
  };
}

/** Whether an actor may decide on a transition, with the reason when not. */
export function mayApprove(policy: ApprovalDemand, actor: Decider, decided: readonly Approval[]): MayApprove {
  const seats = expandSlots(policy.slots);
  if (seats.length === 0) return refusal('NO_APPROVAL_NEEDED', 'The policy asks for no approval of this.');
  if (actor.isService)
    return refusal(
      'SERVICE_ACCOUNT',
      `${actor.subject} is a service account; a person decides, with a token of theirs.`,
    );
  if (personsOf(policy).includes(personOf(actor.subject))) {
    return refusal(
      'SELF_APPROVAL',
      `Who is excluded by the policy does not decide: ${policy.excludeActors.map((who) => EXCLUDED[who]).join(', ')}.`,
    );
  }
  if (!seats.some((seat) => satisfies(actor, seat))) {
    const asked = [...new Set(seats.map(seatName))].join(', ');
    const isOfRoles = seats.every(({ group }) => group === undefined);
    return refusal('ROLE_REQUIRED', `An approval needs one of ${isOfRoles ? 'the roles ' : ''}${asked}.`);
  }
  if (decided.some((approval) => isSamePerson(approval.actor, actor.subject))) {
    return refusal('ALREADY_DECIDED', `${actor.subject} has decided on this already.`);
  }
  return { allowed: true };
}

function personsOf({ excluded }: ApprovalDemand): string[] {
  return excluded.map(({ person }) => person);
}

function refusal(code: ApprovalRefusalCode, detail: string): MayApprove {
  return { allowed: false, code, detail };
}

/** Whether somebody may take a seat: an admin that of any role, and only its members that of a group. */
function satisfies({ roles, groups }: Standing, { role, group }: Seat): boolean {
  if (group !== undefined) return groups.includes(group);
  return roles.includes(role ?? '') || roles.includes(ANY_ROLE);
}

function expandSlots(slots: readonly ApprovalSlot[]): Seat[] {
  return slots.flatMap(({ count, ...seat }) => Array.from({ length: count }, () => seat));
}

/** A seat in words. */
export function seatName({ role, group }: Seat): string {
  return group === undefined ? (role ?? '') : `group ${group}`;
}

/** What a person may take seats by. */
type Standing = Pick<Decider, 'roles' | 'groups'>;

/** The roles and groups of each person, by the first of the subjects that the person has decided as. */
function byPerson(approvals: readonly Approval[]): Map<string, Standing> {
  const persons = new Map<string, Standing>();
  const actorOf = new Map<string, string>();
  for (const { actor, roles, groups } of approvals.toSorted((a, b) => compareText(a.actor, b.actor))) {
    const first = actorOf.get(personOf(actor)) ?? actor;
    actorOf.set(personOf(actor), first);
    const known = persons.get(first) ?? { roles: [], groups: [] };
    persons.set(first, { roles: [...known.roles, ...roles], groups: [...known.groups, ...groups] });
  }
  return persons;
}

/** Kuhn's augmenting paths: seat by seat, moving earlier persons to other seats where that makes room. */
function matchPersons(seats: readonly Seat[], persons: ReadonlyMap<string, Standing>): (string | undefined)[] {
  const seatOf = new Map<string, number>();
  const seatPerson = (seat: number, tried: Set<string>): boolean => {
    for (const [person, standing] of persons) {
      if (tried.has(person) || !satisfies(standing, seats[seat]!)) continue;
      tried.add(person);
      const taken = seatOf.get(person);
      if (taken === undefined || seatPerson(taken, tried)) {
        seatOf.set(person, seat);
        return true;
      }
    }
    return false;
  };
  seats.forEach((_, seat) => seatPerson(seat, new Set()));
  const filled: (string | undefined)[] = seats.map(() => undefined);
  for (const [person, seat] of seatOf) filled[seat] = person;
  return filled;
}

/** Without distinct persons one person may fill a seat of every role held, still only one of each role. */
function fillFreely(seats: readonly Seat[], persons: ReadonlyMap<string, Standing>): (string | undefined)[] {
  const used = new Map<string, Set<string>>();
  return seats.map((seat) => {
    const taken = used.get(seatName(seat)) ?? new Set();
    const person = [...persons].find(([actor, standing]) => !taken.has(actor) && satisfies(standing, seat))?.[0];
    if (person !== undefined) used.set(seatName(seat), taken.add(person));
    return person;
  });
}

function describe(missing: readonly string[], rejected: boolean, needed: number): string {
  if (rejected) return 'It was rejected.';
  if (needed === 0) return 'No approval is needed.';
  if (missing.length === 0) return `All ${needed} approvals are given.`;
  const roles = [...new Set(missing)].map((role) => `${missing.filter((other) => other === role).length} by ${role}`);
  return `${missing.length} of ${needed} approvals missing: ${roles.join(', ')}.`;
}
