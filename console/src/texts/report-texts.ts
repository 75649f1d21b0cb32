import { formatCount } from '../format/numbers.js';

/** What is said of a gate report. */
export const REPORT_TEXTS = {
  title: (version: number, stage: string) => `${version} → ${stage}`,
  pass: (version: number) => `Version ${version} passes its gates.`,
  fail: (version: number) => `Version ${version} is refused.`,
  tally: (failed: number, all: number) =>
    failed === 0 ? `All ${all} rules pass.` : `${failed} of ${all} rules ${failed === 1 ? 'does' : 'do'} not pass.`,
  lost: (what: string, lost: string, allowed: string, isPoints: boolean) =>
    `${what}: ${lost}${isPoints ? ' points' : ''} worse, ${allowed} ${allowed === '1' ? 'is' : 'are'} allowed.`,
  below: (what: string, least: string) => `${what}; at least ${least} is asked for.`,
  above: (what: string, most: string) => `${what}; at most ${most} is allowed.`,
  neededFor: (slice: string, rows: number, there: number | null) =>
    `About ${formatCount(rows)} rows of ${slice} would${there === null ? '.' : `; there are ${formatCount(there)}.`}`,
  undecided: 'The data cannot decide yet.',
  error: (version: number) => `Version ${version} could not be judged.`,
  rules: 'Rules',
  measures: (bad: number, all: number, word: string) =>
    `${bad} of ${all} ${all === 1 ? 'measure' : 'measures'} ${word}`,
  allPassed: (all: number) => `${all} ${all === 1 ? 'measure' : 'measures'} passed`,
  columns: {
    slice: 'Measure',
    strip: 'Worse, better',
    challenger: 'Challenger',
    incumbent: 'Incumbent',
    difference: 'Better by',
    interval: 'Interval',
    required: 'Allowed',
    rows: 'Rows',
  },
  required: {
    margin: (margin: string) => `${margin} worse`,
    min: (value: string) => `at least ${value}`,
    max: (value: string) => `at most ${value}`,
    gain: (value: string) => `${value} better`,
  },
  needed: (rows: number) => `about ${formatCount(rows)} rows would decide`,
  evidence: 'Evidence',
  policy: (revision: number | null) => (revision === null ? 'built-in policy' : `policy r${revision}`),
  judged: 'judged',
  digest: 'report',
  replay: 'Replay',
  replaying: 'Replaying …',
  replayed: 'Replayed: the same verdict, byte for byte.',
  replayDiffers: 'Replayed: the result differs from what is stored.',
  copyMarkdown: 'Copy as Markdown',
  blockers: 'In the way',
  lacking: 'Evidence that can be measured',
  checked: 'Judged just now; nothing of it is stored.',
  copied: 'The report is in the clipboard as Markdown.',
  notCopied: 'The browser does not let the page write to the clipboard.',
  differsByMethod: 'The judging has another version by now, so other numbers are right.',
  differsByChange: 'What was stored was changed.',
  differsAt: 'First difference at',
  warnings: 'Worth knowing',
  open: 'Open the report',
  statuses: { PASS: 'passed', FAIL: 'refused', ERROR: 'error', INCONCLUSIVE: 'undecided', SKIPPED: 'skipped' },
} as const;
