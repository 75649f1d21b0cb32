import { randomUUID } from 'node:crypto';
import { appendFileSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { modelOf } from './settings.js';

/** A comment holds 65,536 characters on GitHub; GitLab's notes hold more. */
const COMMENT_MAX = 65_000;
const PER_PAGE = 100;
const PAGES_MAX = 30;

/** Where this runs: what it tells of the commit, where outputs and summaries go, and how comments are written. */
export function hostOf(env) {
  if (env.GITHUB_ACTIONS === 'true') return github(env);
  return env.GITLAB_CI === 'true' ? gitlab(env) : plain();
}

function github(env) {
  const { pull_request: pull, issue } = readEvent(env.GITHUB_EVENT_PATH);
  const number = pull?.number ?? (issue?.pull_request && issue.number);
  const headers = { authorization: `Bearer ${env.GITHUB_TOKEN}`, accept: 'application/vnd.github+json' };
  const repository = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}`;
  return {
    runId: env.GITHUB_RUN_ID && `github-${env.GITHUB_REPOSITORY_ID ?? env.GITHUB_REPOSITORY}-${env.GITHUB_RUN_ID}`,
    attempt: env.GITHUB_RUN_ATTEMPT ?? '1',
    commit: pull?.head?.sha ?? env.GITHUB_SHA,
    say: (text) => {
      // A runner takes lines such as "::add-path::" for commands, and the text is not ours alone.
      const token = randomUUID();
      process.stdout.write(`::stop-commands::${token}\n${text}\n::${token}::\n`);
    },
    alarm: (level, text) => process.stdout.write(`::${level} title=Stagegate::${escapeCommand(text)}\n`),
    forget: () => undefined,
    output: (name, value) => appendTo(env.GITHUB_OUTPUT, `${name}<<${delimited(value)}\n`),
    summary: (markdown) => appendTo(env.GITHUB_STEP_SUMMARY, `${markdown}\n`),
    comments: number &&
      env.GITHUB_TOKEN && {
        list: `${repository}/issues/${number}/comments`,
        one: ({ id }) => `${repository}/issues/comments/${id}`,
        update: 'PATCH',
        headers,
        user: `${env.GITHUB_API_URL}/user`,
        // The token of a job may not ask who it is; it writes as a bot, which no person is.
        isOwn: ({ user }, self) => (self ? user?.login === self.login : user?.type === 'Bot'),
      },
  };
}

function gitlab(env) {
  const notes = `${env.CI_API_V4_URL}/projects/${env.CI_PROJECT_ID}/merge_requests/${env.CI_MERGE_REQUEST_IID}/notes`;
  const token = env.STAGEGATE_GITLAB_TOKEN;
  return {
    runId: env.CI_PIPELINE_ID && `gitlab-${env.CI_PROJECT_ID}-${env.CI_PIPELINE_ID}`,
    attempt: env.CI_JOB_ID,
    commit: env.CI_COMMIT_SHA,
    say: (text) => process.stdout.write(`${text}\n`),
    alarm: (level, text) => process.stderr.write(`${level}: ${text}\n`),
    output: (name, value, { outputsFile, stateFile, model }) => {
      if (modelOf(stateFile) !== model) writeFileSync(stateFile, `STAGEGATE_OF_MODEL=${model}\n`);
      appendTo(stateFile, `STAGEGATE_${name.toUpperCase().replaceAll('-', '_')}=${value}\n`);
      // A link of that name would lead the text elsewhere.
      rmSync(outputsFile, { force: true });
      copyFileSync(stateFile, outputsFile);
    },
    // Until the next version has a number, there is none.
    forget: ({ outputsFile, stateFile }) => {
      writeFileSync(stateFile, '');
      rmSync(outputsFile, { force: true });
    },
    summary: () => undefined,
    comments: env.CI_MERGE_REQUEST_IID &&
      token && {
        list: notes,
        one: ({ id }) => `${notes}/${id}`,
        update: 'PUT',
        headers: { 'private-token': token },
        user: `${env.CI_API_V4_URL}/user`,
        isOwn: ({ author }, self) => self !== undefined && author?.id === self.id,
      },
  };
}

/** Anywhere else, such as another build server: text alone, and outputs in a file. */
function plain() {
  return { ...gitlab({}), comments: undefined };
}

/**
 * Writes our comment that begins with the marker anew, or a first one; throws when the host does not let us. Somebody else's stays
 * as it is, whatever it begins with: its author could change what we wrote there.
 */
export async function writeComment(comments, marker, markdown) {
  const { list, one, update, headers } = comments;
  const text = `${marker}\n${markdown}`;
  const body =
    text.length > COMMENT_MAX ? `${text.slice(0, COMMENT_MAX)}\n\n… cut here; the job has the whole report.` : text;
  const before = await findComment(comments, marker);
  const [method, url] = before ? [update, one(before)] : ['POST', list];
  await ask(method, url, headers, body);
}

async function findComment({ list, headers, user, isOwn }, marker) {
  const self = await ask('GET', user, headers).catch(() => undefined);
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const found = await ask('GET', `${list}?per_page=${PER_PAGE}&page=${page}`, headers);
    const ours = found.find((comment) => comment.body?.startsWith(marker) && isOwn(comment, self));
    if (ours || found.length < PER_PAGE) return ours;
  }
  return undefined;
}

async function ask(method, url, headers, body) {
  const content = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...content, 'user-agent': 'stagegate-action' },
    body: body === undefined ? undefined : JSON.stringify({ body }),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`${method} ${url} was answered ${answer.status}.`);
  return answer.json();
}

function readEvent(path) {
  return path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function delimited(value) {
  const delimiter = randomUUID();
  return `${delimiter}\n${value}\n${delimiter}`;
}

function appendTo(file, text) {
  if (file) appendFileSync(file, text);
}

function escapeCommand(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
