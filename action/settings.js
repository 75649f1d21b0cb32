import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const STAGES = ['Production', 'Staging'];
const ACCEPTABLE = ['awaiting', 'inconclusive'];
const SECONDS = 900;

/** What the variables STAGEGATE_… say; throws all faults at once. Empty is as good as absent. */
export function readSettings(env, folder = env.CI_PROJECT_DIR || process.cwd()) {
  const outputsFile = join(folder, 'stagegate.env');
  const given = (name) => env[`STAGEGATE_${name}`]?.trim() || undefined;
  const version = given('VERSION') ?? earlier(outputsFile, 'STAGEGATE_VERSION');
  const settings = {
    url: given('URL')?.replace(/(\/api\/v1)?\/*$/, ''),
    token: given('TOKEN'),
    model: given('MODEL'),
    version,
    toStage: given('TO_STAGE') ?? 'Production',
    registration: given('REGISTRATION'),
    evaluation: given('EVALUATION'),
    predictions: given('PREDICTIONS'),
    predictionsRequest: given('PREDICTIONS_REQUEST'),
    reason: given('REASON'),
    incumbent: given('INCUMBENT') ?? earlier(outputsFile, 'STAGEGATE_INCUMBENT'),
    accept: (given('ACCEPT') ?? '').split(/[\s,]+/).filter(Boolean),
    waitSeconds: Number(given('WAIT_SECONDS') ?? SECONDS),
    reportFile: given('REPORT_FILE') ?? join(folder, 'stagegate-report.md'),
    outputsFile,
  };
  const faults = faultsOf(settings);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return settings;
}

function faultsOf({ url, token, model, version, toStage, accept, waitSeconds, ...files }) {
  return [
    !URL.canParse(url ?? '') && 'STAGEGATE_URL has to be the address of the service.',
    !token && 'STAGEGATE_TOKEN has to hold a token; is the secret passed to this job?',
    // What the platform says of a header that cannot be sent would tell the token.
    token && /[^\x21-\x7e]/.test(token) && 'STAGEGATE_TOKEN holds a character that no token has.',
    !model && 'There is no model: name it as the input model, or as STAGEGATE_MODEL.',
    version !== undefined && !/^[1-9]\d{0,9}$/.test(version) && 'The version has to be a whole number from 1.',
    !STAGES.includes(toStage) && `The stage has to be ${STAGES.join(' or ')}.`,
    accept.some((one) => !ACCEPTABLE.includes(one)) && `Accepted can be ${ACCEPTABLE.join(' and ')}.`,
    !(waitSeconds >= 0) && 'The wait has to be a number of seconds.',
    files.evaluation && files.predictions && 'Give metrics or predictions, not both.',
    !files.predictions !== !files.predictionsRequest &&
      'Predictions need the file (predictions, STAGEGATE_PREDICTIONS), and the request that says what its columns are (predictions-request, STAGEGATE_PREDICTIONS_REQUEST).',
  ].filter(Boolean);
}

/** What an earlier command of the same job put out, where the host has no outputs of steps. */
function earlier(file, name) {
  if (!existsSync(file)) return undefined;
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .findLast((one) => one.startsWith(`${name}=`));
  return line?.slice(name.length + 1) || undefined;
}
