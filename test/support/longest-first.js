import { basename } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Files that take long, the longest first, for a run that does not know yet how long they took the last time. */
const LONGEST = [
  'documentation.process',
  'faults.api',
  'ci-github',
  'concurrency',
  'start.process',
  'authorisation-matrix',
  'backup',
  'predictions-replicates',
  'exhaustion',
  'events.process',
  'kill.process',
  'embedded-postgres',
  'migrations.process',
  're-evaluations',
  'predictions-restart',
  'list-plans',
  'replica.api',
  'feed.api',
  'large-bodies',
  'predictions-inputs',
  'witnesses',
  'predictions-files',
  'predictions-metrics',
  'conditional',
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

/** One that starts processes takes its time, however short it is; all others stay in the order of their size. */
function rankOf({ path }) {
  const rank = LONGEST.findIndex((name) => basename(path).startsWith(name));
  if (rank !== -1) return rank;
  return LONGEST.length + (path.includes('.process-spec') ? 0 : 1);
}
