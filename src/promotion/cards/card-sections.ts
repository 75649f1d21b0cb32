import { formatSlice } from '../../judging/evidence/slice-key.js';
import { type CardGap, type CardMeasure } from './card.js';

/** A part of a card, before it is written as Markdown or HTML; all texts are as they are stored. */
export interface CardSection {
  title: string;
  paragraphs: readonly string[];
  facts: readonly (readonly [label: string, text: string])[];
  tables: readonly CardTable[];
}

export interface CardTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

interface Dataset {
  name: string;
  version: string;
  split?: string;
}

/** As much of a card as its pages show. */
export interface ShownCard {
  model: string;
  version: number;
  stage: string;
  quarantineReason: string | null;
  purpose: {
    description: string;
    versionDescription: string;
    intendedUse: string | null;
    limits: string | null;
    owner: string | null;
    tags: Readonly<Record<string, string>>;
  };
  lineage: {
    runId: string | null;
    gitCommit: string | null;
    framework: string | null;
    artifactUri: string;
    artifactDigest: string | null;
    dataset: { name: string; version: string } | null;
    registeredAt: Date;
    registeredBy: string;
  };
  evaluations: readonly {
    id: string;
    dataset: Dataset;
    evaluatedAt: Date;
    evaluator: string | null;
    metrics: readonly CardMeasure[];
    slices: readonly CardMeasure[];
    slicesOmitted: number;
    gaps: readonly CardGap[];
  }[];
  decisions: readonly {
    kind: string;
    toStage: string;
    status: string;
    requestedBy: string;
    requestedAt: Date;
    reason: string | null;
    verdict: string | null;
    approvals: readonly { actor: string; decision: string; comment: string | null }[];
  }[];
  waivers: readonly {
    ruleId: string;
    toStage: string;
    grantedBy: string;
    grantedAt: Date;
    expiresAt: Date;
    reason: string;
    state: string;
    revokedBy: string | null;
    covered: readonly { transitionId: string; verdict: string | null; status: string }[];
  }[];
  tenures: readonly { from: Date; to: Date | null; promotedBy: string | null; kind: string | null }[];
  attestation: Readonly<Record<string, string | null>> | null;
}

export function cardTitle({ model, version }: ShownCard): string {
  return `${model}, version ${version}`;
}

/** The sections of a card in the order they are read. */
export function cardSections(card: ShownCard): CardSection[] {
  return [
    purposeSection(card),
    lineageSection(card),
    ...card.evaluations.map(evaluationSection),
    decisionSection(card),
    attestationSection(card),
  ];
}

function section(title: string, parts: Partial<CardSection>): CardSection {
  return { title, paragraphs: [], facts: [], tables: [], ...parts };
}

function purposeSection({ stage, quarantineReason, purpose }: ShownCard): CardSection {
  const { description, versionDescription, intendedUse, limits, owner, tags } = purpose;
  const facts = known([
    ['Stage', stage],
    ['Quarantined', quarantineReason],
    ['Intended use', intendedUse],
    ['Limits', limits ?? 'Nobody stated any.'],
    ['Owner', owner],
    ...Object.entries(tags).map(([key, value]): [string, string] => [`Tag ${key}`, value]),
  ]);
  const paragraphs = [description, versionDescription].flatMap((text) => text.split(/\n\s*\n/)).filter(isWritten);
  return section('Purpose and limits', { paragraphs, facts });
}

function isWritten(text: string): boolean {
  return text.trim() !== '';
}

function lineageSection({ lineage }: ShownCard): CardSection {
  const { dataset, registeredAt } = lineage;
  const facts = known([
    ['Trained on', dataset && `${dataset.name} ${dataset.version}`],
    ['Run', lineage.runId],
    ['Commit', lineage.gitCommit],
    ['Framework', lineage.framework],
    ['Artifact', lineage.artifactUri],
    ['Artifact digest', lineage.artifactDigest],
    ['Registered', `${registeredAt.toISOString()} by ${lineage.registeredBy}`],
  ]);
  return section('Data and lineage', { facts });
}

function evaluationSection(evaluation: ShownCard['evaluations'][number]): CardSection {
  const { dataset, evaluatedAt, evaluator, metrics, slices, slicesOmitted, gaps } = evaluation;
  const part = dataset.split === undefined ? '' : ` (${dataset.split})`;
  const facts = known([
    ['Evaluated', evaluatedAt.toISOString()],
    ['Evaluator', evaluator],
    ['Evaluation', evaluation.id],
    ['Slices left out', slicesOmitted > 0 ? String(slicesOmitted) : null],
  ]);
  const tables = [
    { caption: 'Metrics', head: MEASURE_HEAD, rows: metrics.map(measureRow) },
    { caption: 'Slices', head: MEASURE_HEAD, rows: slices.map(measureRow) },
    {
      caption: 'Widest gaps',
      head: ['Metric', 'Feature', 'Gap', 'Lowest', 'Highest'],
      rows: gaps.map(({ metric, feature, gap, lowest, highest }) => [
        metric,
        feature,
        number(gap),
        gapEnd(lowest),
        gapEnd(highest),
      ]),
    },
  ];
  return section(`Evaluation on ${dataset.name} ${dataset.version}${part}`, { facts, tables });
}

const MEASURE_HEAD = ['Metric', 'Slice', 'Value', '95 % interval', 'Rows'];

function measureRow({ metric, slice, value, lower, upper, count }: CardMeasure): string[] {
  const interval = lower === null || upper === null ? '–' : `${number(lower)} to ${number(upper)}`;
  return [metric, formatSlice(slice), number(value), interval, count === null ? '–' : String(count)];
}

function gapEnd({ value, measured, count }: CardGap['lowest']): string {
  return `${value}: ${number(measured)}${count === null ? '' : ` (${count} rows)`}`;
}

function waiverRow(waiver: ShownCard['waivers'][number]): string[] {
  const { ruleId, toStage, grantedBy, grantedAt, expiresAt, reason, state, revokedBy, covered } = waiver;
  const until = `${expiresAt.toISOString()} (${state}${revokedBy === null ? '' : ` by ${revokedBy}`})`;
  const rests = covered.map(({ transitionId, verdict, status }) => `${verdict ?? '–'} of ${transitionId} (${status})`);
  return [ruleId, toStage, grantedBy, grantedAt.toISOString(), until, reason, rests.join(', ') || '–'];
}

function decisionSection({ decisions, waivers, tenures }: ShownCard): CardSection {
  const rows = decisions.map(({ kind, toStage, status, requestedBy, requestedAt, reason, verdict, approvals }) => [
    requestedAt.toISOString(),
    `${kind} to ${toStage}`,
    status,
    verdict ?? '–',
    requestedBy,
    reason ?? '–',
    approvals
      .map(({ actor, decision, comment }) => `${decision} by ${actor}${comment ? `: ${comment}` : ''}`)
      .join('; ') || '–',
  ]);
  const head = ['Asked', 'Move', 'Status', 'Gates', 'By', 'Reason', 'Decisions'];
  const held = tenures.map(({ from, to, promotedBy, kind }) => [
    from.toISOString(),
    to?.toISOString() ?? 'now',
    promotedBy ?? '–',
    kind ?? '–',
  ]);
  const tables = [
    { caption: 'Changes of stage', head, rows },
    {
      caption: 'Waivers',
      head: ['Rule', 'Stage', 'By', 'Granted', 'Until', 'Reason', 'Verdicts it covered'],
      rows: waivers.map(waiverRow),
    },
    { caption: 'In Production', head: ['From', 'To', 'Put there by', 'How'], rows: held },
  ];
  return section('Decisions and approvals', { tables });
}

function attestationSection({ attestation }: ShownCard): CardSection {
  if (attestation === null)
    return section('Attestation', { paragraphs: ['The version was never promoted to Production.'] });
  const facts = known([
    ['Transition', attestation['transitionId'] ?? null],
    ['Gate report', attestation['gateReportId'] ?? null],
    ['Report digest', attestation['reportDigest'] ?? null],
    ['Policy digest', attestation['policyDigest'] ?? null],
    ['Evidence digest', attestation['evidenceDigest'] ?? null],
    ['Artifact digest', attestation['artifactDigest'] ?? null],
  ]);
  return section('Attestation', { facts });
}

function known(facts: readonly (readonly [string, string | null])[]): [string, string][] {
  return facts.flatMap(([label, text]): [string, string][] => (text === null || text === '' ? [] : [[label, text]]));
}

function number(value: number | null): string {
  return value === null ? '–' : String(Number(value.toPrecision(4)));
}
