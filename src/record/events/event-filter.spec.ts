import { type ToldEvent } from './cloud-event.js';
import { type EventFilter, EVERYTHING, matches } from './event-filter.js';

const ID = '019aca2d-4d80-7c3b-9d5e-0d6f6a1c2b3d';
const OTHER = '019aca2d-4d80-7c3b-9d5e-0d6f6a1c2b3e';

function event(fields: Partial<ToldEvent>): ToldEvent {
  const place = { sequence: 1, chain: ID, position: 1, at: new Date(0), actor: 'ci', requestId: 'r' };
  return { ...place, action: 'version.registered', modelId: ID, model: 'red-1', version: 1, details: {}, ...fields };
}

const REGISTRY = event({ action: 'token.issued', modelId: null, model: null, version: null });
const RENAMED = event({ action: 'model.renamed', details: { from: 'red-1', to: 'blue-1' } });

const CASES: [string, Partial<EventFilter>, ToldEvent, boolean][] = [
  ['everything', {}, REGISTRY, true],
  ['an action', { actions: ['version.registered'] }, event({}), true],
  ['another action', { actions: ['model.created'] }, event({}), false],
  ['a model by its name of the day', { model: 'red-1' }, event({}), true],
  ['a model by its id, under another name', { model: 'blue-1', modelId: ID }, event({}), true],
  ['another model', { model: 'blue-1', modelId: OTHER }, event({}), false],
  ['a model by the name it is given', { model: 'blue-1' }, RENAMED, true],
  ['a beginning of names', { modelPrefix: 'red' }, event({}), true],
  ['a beginning of the name it is given', { modelPrefix: 'blue' }, RENAMED, true],
  ['another beginning', { modelPrefix: 'blue' }, event({}), false],
  ['a beginning, where there is no name', { modelPrefix: 'red' }, REGISTRY, false],
];

it.each(CASES)('a filter by %s', (_name, filter, told, isMatched) => {
  expect(matches({ ...EVERYTHING, ...filter }, told)).toBe(isMatched);
});
