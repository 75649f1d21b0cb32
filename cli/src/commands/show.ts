import {
  getDataset,
  getEvaluation,
  getGateReport,
  getModel,
  getPredictionJob,
  getTransition,
  getVersion,
  listEvaluations,
  listModelTransitions,
  NotFoundError,
  type PredictionJobResponse,
} from '@stagegate/client';
import { type Command } from 'commander';
import { Failure } from '../failure.js';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { datasetFacts } from '../text/dataset.js';
import { evaluationTable, evaluationText } from '../text/evaluation.js';
import { reportText } from '../text/report.js';
import { type Cell, fields, minute, table } from '../text/table.js';
import { transitionFacts, transitionTable } from '../text/transition.js';
import { versionFacts } from '../text/version.js';
import { UUID, versionArgument } from './options.js';
import { reportOf } from './transitions.js';

const SHOWN_OF_VERSION = 5;

export function addShow(program: Command): void {
  program
    .command('show')
    .description('Shows a version, or what an id names: a request, report, evaluation, dataset or job')
    .argument('<what>', 'an id, or a model')
    .addArgument(versionArgument(false))
    .action(action(show));
}

/** What is answered, for programs and for people. */
interface Found {
  value: unknown;
  text: () => string[];
}

async function show(session: Session, _options: unknown, what: string, version?: number): Promise<void> {
  const found = await lookUp(session, what, version);
  session.answer(found.value, found.text);
}

async function lookUp(session: Session, what: string, version?: number): Promise<Found> {
  if (version !== undefined) return versionAt(session, what, version);
  if (!UUID.test(what)) return modelAt(session, what);
  for (const look of [transitionAt, reportAt, evaluationAt, datasetAt, jobAt]) {
    const found = await look(session, what).catch(unlessFound);
    if (found !== null) return found;
  }
  throw new Failure('NOT_FOUND', `Nothing has the id ${what}: no request, report, evaluation, dataset or job.`);
}

function unlessFound(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}

async function transitionAt(session: Session, id: string): Promise<Found> {
  const transition = await getTransition({ client: session.client, path: { id } });
  const report = (await reportOf(session, transition)) ?? null;
  return {
    value: { ...transition, gateReport: report },
    text: () => transitionFacts(transition, report, session.page),
  };
}

async function reportAt({ client, page }: Session, id: string): Promise<Found> {
  const report = await getGateReport({ client, path: { id } });
  if (typeof report === 'string')
    throw new Failure('UNEXPECTED_ANSWER', 'The report came in another form than asked for.');
  const facts: [string, Cell][] = [
    ['Report', id],
    ['Judged', minute(report.judgedAt)],
    ['Policy', report.policyRevision === null ? 'built-in' : `revision ${report.policyRevision}`],
    ['Digest', report.digest],
  ];
  return { value: report, text: () => [...reportText(report, page), fields(facts, page)] };
}

async function evaluationAt({ client, page }: Session, id: string): Promise<Found> {
  const evaluation = await getEvaluation({ client, path: { id } });
  return { value: evaluation, text: () => evaluationText(evaluation, page) };
}

async function datasetAt({ client, page }: Session, id: string): Promise<Found> {
  const dataset = await getDataset({ client, path: { id } });
  return { value: dataset, text: () => [fields(datasetFacts(dataset), page)] };
}

async function jobAt({ client, page }: Session, id: string): Promise<Found> {
  const job = await getPredictionJob({ client, path: { id } });
  return { value: job, text: () => [fields(jobFacts(job), page), ...job.warnings.map((one) => `Warning: ${one}`)] };
}

function jobFacts(job: PredictionJobResponse): [string, Cell][] {
  const { error, rowsRead, rowsTotal } = job;
  return [
    ['Job', job.id],
    ['Version', `${job.model} ${job.version}`],
    ['Dataset', `${job.dataset.name}@${job.dataset.version}`],
    ['Status', job.status],
    ['Rows', rowsTotal === null ? rowsRead : `${rowsRead} of ${rowsTotal}`],
    ['Evaluation', job.evaluationId],
    ['Submitted', `${minute(job.createdAt)} by ${job.createdBy}`],
    ...(error === null ? [] : ([['Error', `${error.code} ${error.detail}`]] as [string, Cell][])),
  ];
}

/** A version with its newest evidence, and what was asked for it. */
async function versionAt({ client, page }: Session, model: string, version: number): Promise<Found> {
  const path = { model, version };
  const found = await getVersion({ client, path });
  const evaluations = await first(listEvaluations, { client, path, query: { include: 'none' } }, SHOWN_OF_VERSION);
  const transitions = await first(
    listModelTransitions,
    { client, path: { model }, query: { version } },
    SHOWN_OF_VERSION,
  );
  return {
    value: { ...found, evaluations, transitions },
    text: () => [
      fields(versionFacts(found), page),
      ...(evaluations.length > 0 ? ['', evaluationTable(evaluations, page)] : []),
      ...(transitions.length > 0 ? ['', transitionTable(transitions, page)] : []),
    ],
  };
}

async function modelAt({ client, page }: Session, name: string): Promise<Found> {
  const model = await getModel({ client, path: { model: name } });
  const facts: [string, Cell][] = [
    ['Model', model.name],
    ['Owner', model.owner],
    ['Production', model.productionVersion],
    ['Latest', model.latestVersion],
    [
      'Tags',
      Object.entries(model.tags)
        .map(([key, value]) => `${key}=${value}`)
        .join(', '),
    ],
    ['Created', `${minute(model.createdAt)} by ${model.createdBy}`],
    ['Description', model.description],
  ];
  const aliases = Object.entries(model.aliases);
  return {
    value: model,
    text: () => [fields(facts, page), ...(aliases.length > 0 ? ['', table(['ALIAS', 'VERSION'], aliases, page)] : [])],
  };
}
