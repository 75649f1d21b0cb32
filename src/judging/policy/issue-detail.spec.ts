import { parseGatePolicy } from './parse-gate-policy.js';

const regression = { metric: 'f1', maxRegression: 0.01 };

it.each<[string, unknown]>([
  ['The policy must be an object, not a number.', 7],
  ['preset must be one of open, simple, standard, regulated, staging.', { preset: 'strict' }],
  ['rules must be a list, not an object.', { rules: { metric: 'f1', min: 0.8 } }],
  ['maxRegression must be a number, not text.', { rules: [{ ...regression, maxRegression: '2%' }] }],
  ['maxRegression must be at least 0.', { rules: [{ ...regression, maxRegression: -1 }] }],
  [
    'mode must be one of point, non_inferiority, no_detected_regression, superiority.',
    { rules: [{ ...regression, mode: 'noninferiority' }] },
  ],
  ['slices[0] must be an object, not text.', { rules: [{ ...regression, slices: ['sex=Female'] }] }],
  ['path is missing; it must be text.', { rules: [{ kind: 'metadata', require: [{ op: 'present' }] }] }],
])('a fault of a policy is told with its field: %s', (detail, document) => {
  const parsed = parseGatePolicy(document);
  expect(parsed.ok ? [] : parsed.errors.map((error) => error.detail)).toEqual([detail]);
});
