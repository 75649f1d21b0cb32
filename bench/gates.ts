import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { canonicalize } from 'json-canonicalize';
import { type GateEvidence } from '../src/judging/evidence/gate-evidence.js';
import { cellsOf, concerning, readPaired } from '../src/judging/evidence/paired-kinds.js';
import { evaluateGates } from '../src/judging/evaluate-gates.js';
import { buildGateReport } from '../src/judging/gate-report.js';
import { type RegressionRule } from '../src/judging/kinds/regression/regression-rule.js';
import { STATUSES } from '../src/judging/verdict/verdict.js';
import { type Binary8 } from '../src/judging/statistics/binary8.js';
import { oneSidedBounds, regressionP } from '../src/judging/statistics/estimate.js';
import { holm } from '../src/judging/statistics/multiplicity.js';
import { NOW, policy } from '../test/support/judging/gate-builders.js';
import { gateLoad, gateRules } from './gate-load.js';

const RULES = 20;
const SLICES = 1_000;
const WARM_UP = 15;
const RUNS = 31;

/** Median milliseconds of processor time of a task that has run often enough to be compiled; the clock would measure its neighbours. */
function median(task: () => unknown): number {
  for (let run = 0; run < WARM_UP; run += 1) task();
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    task();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

/** The statistics of the judgement and nothing else, from tables parsed before: differences, bounds, p, and Holm's correction. */
function statisticsOf(rules: readonly RegressionRule[], { challengerEvaluations }: GateEvidence): () => number {
  const { paired } = challengerEvaluations[0]!;
  const tables = new Map<object, Binary8 | null>(paired.map((entry) => [entry, cellsOf(entry)]));
  const read = (entry: object): Binary8 | null => tables.get(entry) ?? null;
  const work = rules.map(({ metric, confidence }) => ({
    metric,
    confidence,
    entries: paired.filter(concerning(metric)),
  }));
  return () => {
    let sum = 0;
    for (const { metric, confidence, entries } of work) {
      const estimates = entries.map((entry) => readPaired(entry, { metric, isShare: false }, read)!.estimate);
      for (const estimate of estimates) sum += oneSidedBounds(estimate, 1 - confidence).lower;
      sum += holm(estimates.map(regressionP)).length;
    }
    return sum;
  };
}

function main(): void {
  const judged = policy({ rules: gateRules(RULES) });
  const given = gateLoad(SLICES, 1n);
  const outcome = evaluateGates(judged, given, NOW);
  const measures = outcome.rules.flatMap((rule) => rule.measures);
  const counts = STATUSES.map(
    (status) => `${measures.filter((measure) => measure.status === status).length} ${status}`,
  );
  const rules = judged.stages.Production!.rules as RegressionRule[];
  const bare = median(statisticsOf(rules, given));
  const judging = median(() => evaluateGates(judged, given, NOW));
  const report = median(() => buildGateReport(given, outcome, 'sha256:0'));
  const { content } = buildGateReport(given, outcome, 'sha256:0');
  const library = median(() => createHash('sha256').update(canonicalize(content)).digest('hex'));
  const lines = [
    `${RULES} rules x ${SLICES} slices, ${measures.length} measures (${counts.join(', ')}); Node ${process.version}, ${availableParallelism()} CPUs`,
    `bare loop over the statistics  ${bare.toFixed(1)} ms`,
    `evaluateGates                  ${judging.toFixed(1)} ms  ${(judging / bare).toFixed(2)} x the bare loop`,
    `digest of the report           ${report.toFixed(1)} ms`,
    `the same by json-canonicalize  ${library.toFixed(1)} ms  ${(library / report).toFixed(2)} x ours`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main();
