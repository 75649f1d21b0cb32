import Sequencer from '@jest/test-sequencer';

/** Files that take long, the longest first, for a run that does not know yet how long they took the last time. */
const LONGEST = [
  'predictions-replicates',
  'kill.process',
  'predictions-limits',
  'predictions-retention',
  'predictions-files',
  'embedded-postgres',
  're-evaluations',
  'predictions-restart',
  'concurrency',
  'demo.process',
  'ci-github',
  'start.process',
  'predictions-jobs',
  'predictions-metrics',
  'documentation.process',
  'conditional',
  'gate-totality',
  'simulation',
  'build.process',
  'ci-gitlab',
  'predictions-tasks',
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
