import { ACTIONS } from '../../../src/record/events/catalogue.js';
import { RECORD_TEXTS } from '../texts/record.js';
import { beginOf, fromLocalField, toLocalField } from './moments.js';
import { actionText, byDay, eventNote, exportPath } from './record.js';

it('every event of the catalogue has words, and nothing else has', () => {
  expect(Object.keys(RECORD_TEXTS.actions).sort()).toEqual([...ACTIONS].sort());
  expect(actionText('webhook.sent')).toBe('webhook.sent');
});

it('events are told by days where the reader is, in the order in which they come', () => {
  const at = (day: number, hour: number) => ({ at: new Date(2026, 10, day, hour).toISOString() });
  const [late, early, before, old] = [at(28, 23), at(28, 0), at(27, 12), at(3, 12)];
  const days = byDay([late, early, before, old], new Date(2026, 10, 28, 23, 59));
  expect(days).toEqual([
    ['Today', [late, early]],
    ['Yesterday', [before]],
    ['Tue, 3 Nov 2026', [old]],
  ]);
});

it.each([
  ['transition.applied', { fromStage: 'None', toStage: 'Staging', reason: 'first' }, 'None → Staging · “first”'],
  ['transition.refused', { fromStage: 'None', toStage: 'Staging', detail: 'f1 fell.' }, 'None → Staging · f1 fell.'],
  ['gate_policy.set', { revision: 4, preset: null }, 'r4'],
  ['gate_policy.set', { revision: 5, preset: null, comment: 'fewer rows' }, 'r5 · “fewer rows”'],
  ['token.revoked', { id: 'x', subject: 'ci' }, 'ci'],
  [
    'access.denied',
    { method: 'PUT', path: '/api/v1/gate-policy', permission: 'policy:write' },
    'PUT /api/v1/gate-policy',
  ],
  ['evaluation.submitted', { dataset: { name: 'adult-test', version: '1' } }, 'adult-test 1'],
  ['session.started', { subject: 'anna' }, null],
  ['model.deleted', {}, null],
])('%s says besides: %j', (action, details, note) => {
  expect(eventNote({ action, actor: 'anna', details })).toBe(note);
});

it('a moment goes through a field for date and time and back, to the minute', () => {
  const moment = new Date(2026, 10, 28, 14, 2).toISOString();
  expect(toLocalField(moment)).toBe('2026-11-28T14:02');
  expect(fromLocalField(toLocalField(moment))).toBe(moment);
  expect([fromLocalField(''), toLocalField('never')]).toEqual([undefined, '']);
  expect(beginOf('24h', Date.parse('2026-11-28T14:02:00Z'))).toBe('2026-11-27T14:02:00.000Z');
});

it('an export asks for what the filters say, and for nothing that is not given', () => {
  expect(exportPath({ actor: 'a b', model: undefined, version: 3 })).toBe(
    '/api/v1/audit-events/export?actor=a+b&version=3',
  );
});
