import { type ToldEvent } from '../../events/cloud-event.js';
import { mailMessage, slackMessage, teamsMessage } from './chat-messages.js';
import { isNoticed, noticeOf } from './notice.js';

const ID = '019aca2d-4d80-7c3b-9d5e-0d6f6a1c2b3d';

function event(action: string, details: Record<string, unknown> = {}): ToldEvent {
  const place = { sequence: 1, chain: ID, position: 1, at: new Date(0), requestId: 'r' };
  return { ...place, actor: 'ci', action, modelId: ID, model: 'credit', version: 3, details };
}

it.each([
  ['transition.requested', { toStage: 'Production' }, 'credit version 3 awaits approval for Production'],
  ['transition.refused', { toStage: 'Production' }, 'credit version 3 was refused for Production'],
  ['transition.applied', { toStage: 'Staging', kind: 'promote' }, 'credit version 3 is in Staging'],
  ['transition.applied', { toStage: 'Production', kind: 'rollback' }, 'credit was rolled back to version 3'],
  ['hold.set', { reason: 'Odd.' }, 'credit version 3 is on hold'],
  ['review.overdue', {}, 'The review of credit version 3 is overdue'],
])('of %s with %j people are told: %s', (action, details, title) => {
  expect(isNoticed({ action })).toBe(true);
  expect(noticeOf(event(action, details), 'https://registry.example').title).toBe(title);
});

it.each(['version.registered', 'transition.approved', 'hold.lifted', 'token.issued', 'constructor'])(
  'of %s people are told nothing',
  (action) => expect(isNoticed({ action })).toBe(false),
);

it('a notice links the transition, and says who, why and what the gates said', () => {
  const details = { toStage: 'Production', transitionId: ID, reason: '<b> & "why"', gateReport: { message: 'FAIL' } };
  const notice = noticeOf(event('transition.refused', details), 'https://registry.example');
  expect(notice.link).toBe(`https://registry.example/console/transitions/${ID}`);
  expect(notice.facts).toEqual([
    ['By', 'ci'],
    ['At', '1970-01-01T00:00:00.000Z'],
    ['Reason', '<b> & "why"'],
    ['Gates', 'FAIL'],
  ]);
  expect(JSON.stringify(slackMessage(notice))).toContain('&lt;b&gt; &amp; ');
  expect(JSON.stringify(teamsMessage(notice))).toContain('Action.OpenUrl');
  expect(mailMessage(notice)).toEqual({
    subject: '[Stagegate] credit version 3 was refused for Production',
    text: expect.stringContaining('Reason: <b> & "why"\n'),
  });
});
