import fc from 'fast-check';
import { type ApprovalsPolicy } from '../../judging/policy/gate-policy.js';
import { isSamePerson } from '../../platform/access/subject.js';
import { ANY_ROLE, type Approval, demandApprovals, judgeApprovals, type TransitionActors } from './approvals.js';

const ROLES = ['lead', 'risk', ANY_ROLE];
const GROUPS = ['a', 'b'];
/** Some of them are one person in two spellings. */
const SUBJECTS = ['anna', 'Anna', 'ben', 'carol', 'CAROL', 'dora', 'eve'];

const seat = fc.oneof(
  fc.constantFrom('lead', 'risk').map((role) => ({ role })),
  fc.constantFrom(...GROUPS).map((group) => ({ group })),
);
const policy: fc.Arbitrary<ApprovalsPolicy> = fc.record({
  slots: fc.array(
    fc.tuple(seat, fc.integer({ min: 1, max: 2 })).map(([asked, count]) => ({ ...asked, count })),
    { maxLength: 3 },
  ),
  distinctPersons: fc.constant(true),
  excludeActors: fc.subarray(['registrant', 'requester', 'evaluator', 'policyAuthor'] as const).map((all) => [...all]),
  rejectionIsVeto: fc.boolean(),
});
const someone = fc.constantFrom(...SUBJECTS);
const actors: fc.Arbitrary<TransitionActors> = fc.record({
  registrant: fc.option(someone),
  requester: fc.option(someone),
  evaluator: fc.array(someone, { maxLength: 2 }),
  policyAuthor: fc.array(someone, { maxLength: 2 }),
});
const approval: fc.Arbitrary<Approval> = fc.record({
  actor: someone,
  roles: fc.subarray(ROLES),
  groups: fc.subarray(GROUPS),
  decision: fc.oneof({ weight: 9, arbitrary: fc.constant('approve' as const) }, fc.constant('reject' as const)),
});

/** Every way to seat persons, one seat after the other: slow, and plainly right. */
function canBeSeated(seats: readonly { role?: string; group?: string }[], persons: readonly Approval[][]): boolean {
  const [first, ...rest] = seats;
  if (!first) return true;
  return persons.some((person, at) => {
    const others = persons.filter((_, index) => index !== at);
    const fits = person.some(({ roles, groups }) =>
      first.group === undefined
        ? roles.includes(first.role!) || roles.includes(ANY_ROLE)
        : groups.includes(first.group),
    );
    return fits && canBeSeated(rest, others);
  });
}

/** The approvals of each person that is not excluded. */
function personsAmong(given: readonly Approval[], excluded: readonly string[]): Approval[][] {
  const persons: Approval[][] = [];
  for (const one of given) {
    if (one.decision !== 'approve' || excluded.some((subject) => isSamePerson(subject, one.actor))) continue;
    const known = persons.find(([other]) => isSamePerson(other!.actor, one.actor));
    if (known) known.push(one);
    else persons.push([one]);
  }
  return persons;
}

it('approvals are complete exactly when some way to seat the persons fills every slot', () => {
  fc.assert(
    fc.property(policy, actors, fc.array(approval, { maxLength: 7 }), (asked, behind, given) => {
      const demand = demandApprovals(asked, behind);
      const excluded = asked.excludeActors.flatMap((who) => [behind[who] ?? []].flat());
      const seats = asked.slots.flatMap(({ count, ...slot }) => Array.from({ length: count }, () => slot));
      const isVetoed = asked.rejectionIsVeto && given.some(({ decision }) => decision === 'reject');
      const expected = canBeSeated(seats, personsAmong(given, excluded)) && !isVetoed;
      const state = judgeApprovals(demand, given);
      expect(state.complete).toBe(expected);
      const filled = state.slots.flatMap(({ actor }) => actor ?? []);
      expect(filled.some((one, at) => filled.some((other, beside) => at !== beside && isSamePerson(one, other)))).toBe(
        false,
      );
      expect(filled.some((one) => excluded.some((other) => isSamePerson(one, other)))).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
