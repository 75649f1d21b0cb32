/** Tokens of CI jobs, exchanged for short-lived ones of the service: no secret is stored anywhere. */
import { Problem } from './registry.js';

const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:jwt';
const LONGEST_MS = 30_000;

/** Whether the job can say who it is: by the token of GitLab, or by those that GitHub hands out with `id-token: write`. */
export function canExchange(env) {
  return Boolean(env.STAGEGATE_ID_TOKEN || (env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN));
}

/** The token that the job works with: the one it was given, or the one that a trust rule for its model gives for its own. */
export async function tokenFor({ url, token, audience, model }, env) {
  if (token) return token;
  const form = new URLSearchParams({
    grant_type: GRANT,
    subject_token: env.STAGEGATE_ID_TOKEN || (await askGitHub(env, audience)),
    subject_token_type: TOKEN_TYPE,
    ...(model && { model }),
  });
  const answer = await fetch(`${url}/api/v1/token-exchange`, {
    method: 'POST',
    body: form,
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  const body = await readJson(answer);
  if (!answer.ok) throw new Problem(answer.status, body);
  if (env.GITHUB_ACTIONS === 'true') process.stdout.write(`::add-mask::${body.access_token}\n`);
  return body.access_token;
}

async function askGitHub(env, audience) {
  const url = new URL(env.ACTIONS_ID_TOKEN_REQUEST_URL);
  url.searchParams.set('audience', audience);
  const headers = { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
  const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(LONGEST_MS) });
  if (!answer.ok) throw new Error(`GitHub gave the job no token of its own: ${answer.status}.`);
  return (await readJson(answer)).value;
}

async function readJson(answer) {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
