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

export interface Approval {
  actor: string;
  roles: readonly string[];
  decision: ApprovalDecision;
}

/** Who stands behind a transition, by stable subject id. */
export interface TransitionActors {
  registrant: string | null;
  requester: string | null;
  /** Who submitted the evaluations of the version that the judgement rests on. */
  evaluator: readonly string[];
}

export interface FilledSlot {
  role: string;
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
export type ApprovalRefusalCode = 'SELF_APPROVAL' | 'ROLE_REQUIRED' | 'ALREADY_DECIDED' | 'NO_APPROVAL_NEEDED';

export type MayApprove = { allowed: true } | { allowed: false; code: ApprovalRefusalCode; detail: string };

const EXCLUDED: Readonly<Record<ApprovalsPolicy['excludeActors'][number], string>> = {
  registrant: 'who registered the version',
  requester: 'who asked for the transition',
  evaluator: 'who submitted its evidence',
};

/** An admin may fill the slot of any role, but separation of duty holds for admins too. */
export const ANY_ROLE = 'admin';

/** What a caller holds as a role who may pass the gates in an emergency. */
export const BREAK_GLASS_ROLE = 'break-glass';

/** The approvals a transition needs: those of the stage, and the extra ones of a first promotion. */
export function approvalsNeeded(stage: StagePolicy, firstPromotion: boolean): ApprovalsPolicy {
  const extra = firstPromotion ? stage.firstPromotion.extraApprovals : 0;
  const role = stage.approvals.slots[0]?.role ?? 'approver';
  return extra === 0
    ? stage.approvals
    : { ...stage.approvals, slots: [...stage.approvals.slots, { role, count: extra }] };
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
  const slots = seats.map((role, seat) => ({ role, actor: filled[seat] ?? null }));
  const missing = slots.filter(({ actor }) => actor === null).map(({ role }) => role);
  return {
    complete: missing.length === 0 && !rejected,
    rejected,
    slots,
    message: describe(missing, rejected, seats.length),
  };
}

/** Whether an actor may decide on a transition, with the reason when not. */
export function mayApprove(
  policy: ApprovalDemand,
  actor: { subject: string; roles: readonly string[] },
  decided: readonly Approval[],
): MayApprove {
  const seats = expandSlots(policy.slots);
  if (seats.length === 0) return refusal('NO_APPROVAL_NEEDED', 'The policy asks for no approval of this transition.');
  if (personsOf(policy).includes(personOf(actor.subject))) {
    return refusal(
      'SELF_APPROVAL',
      `Who is excluded by the policy does not decide: ${policy.excludeActors.map((who) => EXCLUDED[who]).join(', ')}.`,
    );
  }
  if (!seats.some((role) => satisfies(actor.roles, role))) {
    return refusal('ROLE_REQUIRED', `An approval needs one of the roles ${[...new Set(seats)].join(', ')}.`);
  }
  if (decided.some((approval) => isSamePerson(approval.actor, actor.subject))) {
    return refusal('ALREADY_DECIDED', `${actor.subject} has decided on this transition already.`);
  }
  return { allowed: true };
}

function personsOf({ excluded }: ApprovalDemand): string[] {
  return excluded.map(({ person }) => person);
}

function refusal(code: ApprovalRefusalCode, detail: string): MayApprove {
  return { allowed: false, code, detail };
}

function satisfies(roles: readonly string[], role: string): boolean {
  return roles.includes(role) || roles.includes(ANY_ROLE);
}

function expandSlots(slots: readonly ApprovalSlot[]): string[] {
  return slots.flatMap(({ role, count }) => Array.from({ length: count }, () => role));
}

/** The roles of each person, by the first of the subjects that the person has decided as. */
function byPerson(approvals: readonly Approval[]): Map<string, Set<string>> {
  const persons = new Map<string, Set<string>>();
  const actorOf = new Map<string, string>();
  for (const { actor, roles } of approvals.toSorted((a, b) => compareText(a.actor, b.actor))) {
    const first = actorOf.get(personOf(actor)) ?? actor;
    actorOf.set(personOf(actor), first);
    persons.set(first, new Set([...(persons.get(first) ?? []), ...roles]));
  }
  return persons;
}

/** Kuhn's augmenting paths: seat by seat, moving earlier persons to other seats where that makes room. */
function matchPersons(
  seats: readonly string[],
  persons: ReadonlyMap<string, ReadonlySet<string>>,
): (string | undefined)[] {
  const seatOf = new Map<string, number>();
  const seatPerson = (seat: number, tried: Set<string>): boolean => {
    for (const [person, roles] of persons) {
      if (tried.has(person) || !satisfies([...roles], seats[seat]!)) continue;
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
function fillFreely(
  seats: readonly string[],
  persons: ReadonlyMap<string, ReadonlySet<string>>,
): (string | undefined)[] {
  const used = new Map<string, Set<string>>();
  return seats.map((role) => {
    const taken = used.get(role) ?? new Set();
    const person = [...persons].find(([actor, roles]) => !taken.has(actor) && satisfies([...roles], role))?.[0];
    if (person !== undefined) used.set(role, taken.add(person));
    return person;
  });
}

function describe(missing: readonly string[], rejected: boolean, needed: number): string {
  if (rejected) return 'The transition was rejected.';
  if (needed === 0) return 'No approval is needed.';
  if (missing.length === 0) return `All ${needed} approvals are given.`;
  const roles = [...new Set(missing)].map((role) => `${missing.filter((other) => other === role).length} by ${role}`);
  return `${missing.length} of ${needed} approvals missing: ${roles.join(', ')}.`;
}
