import { signatureFault } from './signature-compatibility.js';

const withInputs = (inputs: string) => ({ inputs, outputs: '[]' });
const AGE = withInputs('[{"name":"age","type":"long"}]');

it.each([
  ['the same columns in another order of keys', '[{"type":"long","name":"age"}]', undefined],
  ['an input that callers do not send', '[{"name":"age","type":"text"}]', 'breaks callers of the incumbent in age'],
  ['no JSON', 'age: long', 'differs from that of the incumbent'],
  ['a number that is not finite', '[{"name":"age","type":1e999}]', 'differs from that of the incumbent'],
  ['half a surrogate pair', '[{"name":"age","type":"\\ud800"}]', 'differs from that of the incumbent'],
])('of a signature with %s the fault is told, never thrown', (_case, inputs, fault) => {
  expect(signatureFault(withInputs(inputs), AGE)).toBe(fault);
});
