import { existsSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { outcomeOfTransition, outcomeOfVerdict } from './exit-codes.js';
import { writeComment } from './hosts.js';
import { Problem, retryAfterMs } from './registry.js';

const POLL_MS = 1_000;
const UNDER_WAY = ['queued', 'running'];
/** How often a report is asked for until its two forms are of one judgement. */
const FORMS_MAX = 3;

// Every command answers an outcome, which is a name in EXIT, and a sentence; what went wrong is thrown.

/** Registers the version that a file describes; the commit and the run are those of this job unless the file says. */
async function register({ settings, registry, host }) {
  if (settings.registration === undefined) return nothing('to register');
  host.forget(settings);
  const described = readJson(settings.registration);
  const body = { gitCommit: host.commit, runId: host.runId, ...described };
  const { body: registered } = await registry.post(pathOf(settings, 'versions'), body, { seed: host.runId });
  put(host, settings, { version: registered.version });
  return { outcome: 'done', message: `Registered ${registered.model} ${registered.version}.` };
}

/** Submits metrics as they are, or predictions that the service measures. */
async function evaluate({ settings, registry, host }) {
  const { evaluation, predictions } = settings;
  if (evaluation === undefined && predictions === undefined) return nothing('to evaluate');
  const path = versionPath(settings, 'evaluations');
  const id = predictions
    ? await measured(settings, registry, path)
    : (await registry.post(path, readJson(evaluation), { seed: host.runId })).body.id;
  put(host, settings, { 'evaluation-id': id });
  return { outcome: 'done', message: `Submitted evaluation ${id}.` };
}

async function measured({ predictions, predictionsRequest, waitSeconds }, registry, path) {
  if (!existsSync(predictions)) throw new Error(`${predictions} cannot be read: there is no such file.`);
  const file = await openAsBlob(predictions);
  const sent = await registry.upload(
    `${path}/from-predictions`,
    readJson(predictionsRequest),
    file,
    basename(predictions),
  );
  const end = Date.now() + waitSeconds * 1000;
  let job = sent.body;
  while (UNDER_WAY.includes(job.status) && Date.now() < end) {
    await sleep(POLL_MS);
    job = (await registry.get(`/prediction-jobs/${job.id}`)).body;
  }
  if (job.status === 'succeeded') return job.evaluationId;
  const { code = job.status.toUpperCase(), detail = 'The predictions were not measured in time.' } = job.error ?? {};
  throw new Error(`${code} ${detail}`);
}

/** Judges the version and changes nothing; evidence that the service is computing is waited for. */
async function check({ settings, registry, host }) {
  const { report, markdown } = await judged(settings, registry);
  rmSync(settings.reportFile, { force: true });
  writeFileSync(settings.reportFile, markdown);
  host.summary(markdown);
  put(host, settings, {
    verdict: report.verdict,
    incumbent: report.incumbent ?? 'none',
    'report-digest': report.digest,
    'report-file': settings.reportFile,
  });
  return { outcome: outcomeOfVerdict(report.verdict), message: report.message };
}

/** One judgement in both of its forms: as JSON to decide by, as Markdown to show. */
async function judged(settings, registry) {
  const path = versionPath(settings, 'gate-checks');
  const body = { toStage: settings.toStage };
  const end = Date.now() + settings.waitSeconds * 1000;
  for (let form = 1; ;) {
    const { body: report, headers } = await registry.post(path, body);
    const wait = retryAfterMs({ headers });
    if (wait !== null && Date.now() + wait <= end) {
      await sleep(wait);
      continue;
    }
    const { body: markdown } = await registry.post(path, body, { accept: 'text/markdown' });
    if (markdown.includes(report.digest) || form === FORMS_MAX) return { report, markdown };
    form += 1;
  }
}

/** Shows the report of the check on the pull or merge request, in one comment per model and stage. */
async function comment({ settings, host }) {
  const { model, toStage, reportFile } = settings;
  if (!existsSync(reportFile)) return nothing('to show');
  if (!host.comments) return nothing('to comment on, or no token to do it with');
  const marker = `<!-- stagegate ${encodeURIComponent(model)} ${toStage} -->`;
  try {
    await writeComment(host.comments, marker, readFileSync(reportFile, 'utf8'));
  } catch (error) {
    // A pull request from a fork has a token that may not comment; the verdict stands without it.
    host.alarm('warning', `The gate report could not be shown as a comment. ${error.message}`);
    return nothing('shown');
  }
  return { outcome: 'done', message: 'The gate report is shown as a comment.' };
}

/** Asks for the promotion on the ground that the check saw. */
async function promote({ settings, registry, host }) {
  const { toStage, reason, incumbent } = settings;
  const expectedIncumbent = incumbent === undefined ? undefined : incumbent === 'none' ? null : Number(incumbent);
  const seed = host.runId && `${host.runId} ${host.attempt}`;
  const path = versionPath(settings, 'transitions');
  const { transition, report } = await registry
    .post(path, { toStage, reason, expectedIncumbent }, { seed })
    .then(({ body }) => ({ transition: body, report: body.gateReport }), outcomeOfProblem);
  put(host, settings, {
    'transition-id': transition.id,
    'transition-status': transition.status,
    'report-id': transition.gateReportId ?? '',
  });
  const sentence = `${transition.model} ${transition.version} to ${transition.toStage}: ${transition.status}`;
  host.summary(`**${sentence}**\n`);
  const message = [sentence, transition.detail].filter(Boolean).join('. ');
  return { outcome: outcomeOfTransition(transition.status, report?.verdict), message };
}

/** A refusal, and a request that awaits approval already, are outcomes; anything else is a failure. */
function outcomeOfProblem(error) {
  const isOutcome = error instanceof Problem && ['GATES_REFUSED', 'TRANSITION_OPEN'].includes(error.code);
  if (!isOutcome || !error.transition) throw error;
  return { transition: error.transition, report: error.gateReport };
}

function nothing(what) {
  return { outcome: 'done', message: `There is nothing ${what}.` };
}

function put(host, settings, outputs) {
  for (const [name, value] of Object.entries(outputs)) host.output(name, value, settings);
}

function pathOf({ model }, tail) {
  return `/models/${encodeURIComponent(model)}/${tail}`;
}

function versionPath(settings, tail) {
  if (settings.version === undefined)
    throw new Error('There is no version: give its number as STAGEGATE_VERSION, or register one before.');
  return pathOf(settings, `versions/${settings.version}/${tail}`);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is no JSON file that can be read: ${error.message}`, { cause: error });
  }
}

export const COMMANDS = { register, evaluate, check, comment, promote };
