import { policy } from '../../../test/support/judging/gate-builders.js';
import {
  type Approval,
  approvalsNeeded,
  demandApprovals,
  judgeApprovals,
  mayApprove,
  type TransitionActors,
} from './approvals.js';
import { type ApprovalsPolicy } from '../../judging/policy/gate-policy.js';

const asks = (slots: Record<string, number>, rest: Partial<ApprovalsPolicy> = {}): ApprovalsPolicy => ({
  slots: Object.entries(slots).map(([role, count]) => ({ role, count })),
  distinctPersons: true,
  excludeActors: ['registrant', 'requester'],
  rejectionIsVeto: true,
  ...rest,
});
const yes = (actor: string, ...roles: string[]): Approval => ({ actor, roles, groups: [], decision: 'approve' });
const no = (actor: string, ...roles: string[]): Approval => ({ actor, roles, groups: [], decision: 'reject' });
const both = asks({ lead: 1, risk: 1 });
/** The same, of a transition that one person alone stands behind. */
const of = (policy: ApprovalsPolicy, requester: string | null = null) =>
  demandApprovals(policy, { registrant: null, requester, evaluator: [], policyAuthor: [] });

describe('approvals fill slots by persons', () => {
  it.each<[string, ApprovalsPolicy, Approval[], boolean]>([
    ['none needed', asks({}), [], true],
    ['none given', asks({ approver: 1 }), [], false],
    ['one given', asks({ approver: 1 }), [yes('anna', 'approver')], true],
    ['two of one person', asks({ approver: 2 }), [yes('anna', 'approver'), yes('anna', 'approver')], false],
    ['two persons', asks({ approver: 2 }), [yes('anna', 'approver'), yes('ben', 'approver')], true],
    ['case 28, one person with both roles', both, [yes('anna', 'lead', 'risk')], false],
    ['both roles held by one, one of them by another', both, [yes('anna', 'lead', 'risk'), yes('ben', 'lead')], true],
    ['the same in the other order', both, [yes('ben', 'lead'), yes('anna', 'risk', 'lead')], true],
    ['a chain of moves', asks({ a: 1, b: 1, c: 1 }), [yes('x', 'a', 'b'), yes('y', 'b', 'c'), yes('z', 'a')], true],
    ['two persons of one role', both, [yes('anna', 'lead'), yes('ben', 'lead')], false],
    ['an admin for any role', both, [yes('anna', 'admin'), yes('ben', 'risk')], true],
    ['the registrant, though admin', asks({ approver: 1 }), [yes('ci', 'admin')], false],
    ['a veto', asks({ approver: 1 }), [yes('anna', 'approver'), no('ben', 'approver')], false],
    [
      'a rejection that is no veto',
      asks({ approver: 1 }, { rejectionIsVeto: false }),
      [yes('anna', 'approver'), no('ben', 'approver')],
      true,
    ],
    ['one person twice, where allowed', { ...both, distinctPersons: false }, [yes('anna', 'lead', 'risk')], true],
  ])('%s', (_case, needed, given, complete) => {
    expect(judgeApprovals(of(needed, 'ci'), given)).toMatchObject({ complete });
  });

  it('says what is missing', () => {
    expect(judgeApprovals(of(both), [yes('anna', 'lead')])).toMatchObject({
      message: '1 of 2 approvals missing: 1 by risk.',
      slots: [
        { role: 'lead', actor: 'anna' },
        { role: 'risk', actor: null },
      ],
    });
  });
});

describe('who may approve', () => {
  const needed = asks({ approver: 1 });
  it.each<[string, ApprovalsPolicy, string, string[], Approval[], string | undefined]>([
    ['an approver', needed, 'anna', ['approver'], [], undefined],
    ['an admin', needed, 'root', ['admin'], [], undefined],
    ['not who asked', needed, 'ci', ['approver'], [], 'SELF_APPROVAL'],
    ['not even as admin', needed, 'ci', ['admin'], [], 'SELF_APPROVAL'],
    ['not without the role', needed, 'anna', ['viewer'], [], 'ROLE_REQUIRED'],
    ['not twice', needed, 'anna', ['approver'], [yes('anna', 'approver')], 'ALREADY_DECIDED'],
    ['nobody when none is needed', asks({}), 'anna', ['approver'], [], 'NO_APPROVAL_NEEDED'],
  ])('%s', (_case, asked, subject, roles, decided, code) => {
    const answer = mayApprove(of(asked, 'ci'), { subject, roles, groups: [], isService: false }, decided);
    expect(answer.allowed ? undefined : answer.code).toBe(code);
  });

  it('leaves out whom the policy excludes, and says why', () => {
    const excluded = (policy: ApprovalsPolicy, actors: TransitionActors) =>
      demandApprovals(policy, actors).excluded.map(({ subject, reason, person }) => [subject, reason, person]);
    const actors = { registrant: 'CI', requester: 'anna', evaluator: ['eva', 'eve'], policyAuthor: ['pol'] };
    expect(excluded(needed, actors)).toEqual([
      ['CI', 'registrant', 'ci'],
      ['anna', 'requester', 'anna'],
    ]);
    expect(excluded({ ...needed, excludeActors: ['evaluator'] }, actors)).toHaveLength(2);
    expect(excluded({ ...needed, excludeActors: [] }, actors)).toEqual([]);
    expect(excluded({ ...needed, excludeActors: ['policyAuthor'] }, actors)).toEqual([['pol', 'policyAuthor', 'pol']]);
    expect(excluded(needed, { ...actors, registrant: null })).toHaveLength(1);
  });

  it('adds the extra approvals of a first promotion', () => {
    const stage = policy({ rules: [{ metric: 'auc', min: 0.5 }], firstPromotion: { extraApprovals: 2 } }).stages
      .Production!;
    expect(approvalsNeeded(stage, false).slots).toEqual([{ role: 'approver', count: 1 }]);
    expect(judgeApprovals(of(approvalsNeeded(stage, true)), [yes('a', 'approver')]).message).toBe(
      '2 of 3 approvals missing: 2 by approver.',
    );
  });
});
