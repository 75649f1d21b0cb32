import Sequencer from '@jest/test-sequencer';

/** Files that take long, the longest first, for a run that does not know yet how long they took the last time. */
const LONGEST = [
  'documentation.process',
  'concurrency',
  'authorisation-matrix',
  'start.process',
  'predictions-inputs',
  'large-bodies',
  'kill.process',
  'ci-github',
  're-evaluations',
  'predictions-replicates',
  'witnesses',
  'predictions-restart',
  'predictions-files',
  'predictions-metrics',
  'faults',
  'conditional',
  'embedded-postgres',
  'aliases',
  'evaluations',
  'demo.process',
  'audit-proofs',
  'imports',
  'ci-gitlab',
  'idempotency',
  'lists',
  'predictions-limits',
  'transitions',
  'predictions-jobs',
  'audit.api',
  'replica',
  'predictions-retention',
  'invariants',
  'policy-changes',
  'gate-totality',
  'audit-coverage',
  'predictions-texts',
];

/** A long file that begins last keeps one worker busy while the other has nothing left to do. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.every(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ path }) {
  const rank = LONGEST.findIndex((name) => path.includes(name));
  return rank === -1 ? LONGEST.length : rank;
}
