import { givenAnywhere, giveFor } from './rights.js';

const everywhere = { permissions: ['freeze:write' as const], model: null, modelPrefix: null };
const ofCalm = { ...everywhere, model: 'calm' };
const ofBeginning = { ...everywhere, modelPrefix: 'fraud-' };
const ofOther = { ...everywhere, permissions: ['policy:write' as const] };

it.each([
  ['a grant of the registry gives all', [everywhere], null, true],
  ['a grant of the registry gives every model', [everywhere], ['calm', 'fraud-eu'], true],
  ['a grant of a model gives that model', [ofCalm], ['calm'], true],
  ['a grant of a model gives no other', [ofCalm], ['calmer'], false],
  ['a grant of a model does not give the registry', [ofCalm, ofBeginning], null, false],
  ['a grant of a beginning gives the names that begin so', [ofBeginning], ['fraud-eu'], true],
  ['several models are given by several grants', [ofCalm, ofBeginning], ['calm', 'fraud-eu'], true],
  ['one model that no grant gives is one too many', [ofCalm], ['calm', 'fraud-eu'], false],
  ['a grant of another right gives nothing', [ofOther], ['calm'], false],
  ['no grant gives nothing', [], ['calm'], false],
])('%s', (_, grants, models, gives) => {
  expect(giveFor(grants, 'freeze:write', models)).toBe(gives);
});

it.each([
  [[ofCalm], true],
  [[ofBeginning], true],
  [[everywhere], true],
  [[ofOther], false],
  [[], false],
])('a right of some model at least is a right somewhere: %j', (grants, gives) => {
  expect(givenAnywhere(grants).has('freeze:write')).toBe(gives);
});
