import { type Calls, faultsOf, type Report } from './verdict.js';

const PHASES = ['examples', 'coverage', 'fuzzing', 'stateful'];
const DONE: Report = {
  complete: true,
  exit_code: 0,
  operations: { selected: 2, tested: 2, errored: 0, skipped: 0 },
  phases: Object.fromEntries(PHASES.map((phase) => [phase, { status: 'success', skip_reason: null }])),
  failures: [],
  errors: [],
};
const CALLS: Calls[] = PHASES.map((phase) => ({ phase, operation: 'getMe', status: 200, calls: 3 }));

describe('a run of the fuzzer', () => {
  it('has no fault when all operations were called in all phases, and nothing was found', () => {
    expect(faultsOf(DONE, CALLS, 2)).toEqual([]);
  });

  it.each<[string, Partial<Report>, RegExp]>([
    [
      'something was found',
      { exit_code: 1, failures: [{ type: 'ServerError', title: 'Server error', count: 1, operations: ['GET /a'] }] },
      /^Server error \(1\): GET \/a$/,
    ],
    ['an error came between', { errors: [{ title: 'Runtime Error', count: 2 }] }, /^Runtime Error \(2\)$/],
    ['Schemathesis failed without a word', { exit_code: 2 }, /ended with 2/],
    ['it was broken off', { complete: false }, /did not come to its end/],
    ['an operation was left out', { operations: { ...DONE.operations!, tested: 1 } }, /^1 of 2 operations/],
    ['an operation could not be tested', { operations: { ...DONE.operations!, errored: 1 } }, /^2 of 2 operations/],
    [
      'a phase was skipped',
      { phases: { ...DONE.phases, stateful: { status: 'skip', skip_reason: 'nothing to test' } } },
      /^The phase stateful .*: skip/,
    ],
  ])('is at fault when %s', (_what, rest, fault) => {
    expect(faultsOf({ ...DONE, ...rest }, CALLS, 2)).toEqual([expect.stringMatching(fault)]);
  });

  it('is at fault when a phase called nothing, whatever it says of itself', () => {
    const calls = CALLS.filter(({ phase }) => phase !== 'coverage');
    expect(faultsOf(DONE, calls, 2)).toEqual(['The phase coverage sent 0 calls: success.']);
  });
});
