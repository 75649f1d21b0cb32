import { meantName, notAField } from './nearest-name.js';

it.each([
  ['artifact_uri', ['artifactUri', 'runId'], 'artifactUri'],
  ['desc', ['name', 'description', 'owner'], 'description'],
  ['to', ['toStage', 'reason'], 'toStage'],
  ['minimum', ['min', 'max', 'metric'], 'min'],
  ['m', ['min', 'metric'], undefined],
  ['max', ['maxRegression', 'maxGap'], undefined],
  ['', ['min'], undefined],
])('%j among %j means %j', (name, known, meant) => {
  expect(meantName(name, known)).toBe(meant);
});

it('is said of a field', () => {
  expect(notAField('to', ['toStage'])).toBe('to is not a known field, but toStage is');
});
