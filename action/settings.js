import { createHash } from 'node:crypto';
import { closeSync, existsSync, lstatSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canExchange } from './exchange.js';

const STAGES = ['Production', 'Staging'];
const ACCEPTABLE = ['awaiting', 'inconclusive'];
const SECONDS = 900;
const AUDIENCE = 'stagegate';

/** What the variables STAGEGATE_… say; throws all faults at once. Empty is as good as absent. */
export function readSettings(env, folder = env.CI_PROJECT_DIR || process.cwd()) {
  const outputsFile = join(folder, 'stagegate.env');
  const stateFile = beginState(env, folder, outputsFile);
  const given = (name) => env[`STAGEGATE_${name}`]?.trim() || undefined;
  const model = given('MODEL');
  const fromBefore = (name) => (modelOf(stateFile) === model ? earlier(stateFile, name) : undefined);
  const settings = {
    url: given('URL')?.replace(/(\/api\/v1)?\/*$/, ''),
    token: given('TOKEN'),
    canExchange: canExchange(env),
    audience: given('AUDIENCE') ?? AUDIENCE,
    model,
    version: given('VERSION') ?? fromBefore('STAGEGATE_VERSION'),
    // What an earlier job handed on beside its version; a version alone is of the model that is named.
    ofModel: given('VERSION') && given('OF_MODEL'),
    toStage: given('TO_STAGE') ?? 'Production',
    registration: given('REGISTRATION'),
    evaluation: given('EVALUATION'),
    predictions: given('PREDICTIONS'),
    predictionsRequest: given('PREDICTIONS_REQUEST'),
    reason: given('REASON'),
    incumbent: given('INCUMBENT') ?? fromBefore('STAGEGATE_INCUMBENT'),
    accept: (given('ACCEPT') ?? '').split(/[\s,]+/).filter(Boolean),
    waitSeconds: Number(given('WAIT_SECONDS') ?? SECONDS),
    reportFile: given('REPORT_FILE') ?? join(folder, 'stagegate-report.md'),
    outputsFile,
    stateFile,
  };
  const faults = faultsOf(settings);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return settings;
}

function faultsOf({
  url,
  token,
  canExchange: exchanges,
  model,
  ofModel,
  version,
  toStage,
  accept,
  waitSeconds,
  ...files
}) {
  return [
    !URL.canParse(url ?? '') && 'STAGEGATE_URL has to be the address of the service.',
    !token && !exchanges && 'STAGEGATE_TOKEN has to hold a token; is the secret passed to this job?',
    // What the platform says of a header that cannot be sent would tell the token.
    token && /[^\x21-\x7e]/.test(token) && 'STAGEGATE_TOKEN holds a character that no token has.',
    ...faultsOfModel({ model, ofModel, version }),
    version !== undefined && !/^[1-9]\d{0,9}$/.test(version) && 'The version has to be a whole number from 1.',
    !STAGES.includes(toStage) && `The stage has to be ${STAGES.join(' or ')}.`,
    accept.some((one) => !ACCEPTABLE.includes(one)) && `Accepted can be ${ACCEPTABLE.join(' and ')}.`,
    !(waitSeconds >= 0) && 'The wait has to be a number of seconds.',
    files.evaluation && files.predictions && 'Give metrics or predictions, not both.',
    !files.predictions !== !files.predictionsRequest &&
      'Predictions need the file (predictions, STAGEGATE_PREDICTIONS), and the request that says what its columns are (predictions-request, STAGEGATE_PREDICTIONS_REQUEST).',
  ].filter(Boolean);
}

function faultsOfModel({ model, ofModel, version }) {
  return [
    !model && 'There is no model: name it as the input model, or as STAGEGATE_MODEL.',
    // With these the path would be that of another resource.
    ['.', '..'].includes(model) && `'${model}' is no name of a model.`,
    ofModel && ofModel !== model && `Version ${version} is one that an earlier job had of ${ofModel}, not of ${model}.`,
  ];
}

/**
 * Where the commands of one job leave their outputs for each other: outside of the checkout, whose files are those of whoever
 * proposed the change. The first one clears away what the checkout brought under the name of the file for later jobs.
 * GitHub hands outputs from step to step itself.
 */
function beginState(env, folder, outputsFile) {
  if (env.GITHUB_ACTIONS === 'true') return undefined;
  const job = env.CI_JOB_ID ?? env.BUILD_TAG ?? env.BUILD_ID ?? String(process.ppid);
  const key = createHash('sha256')
    .update(`${folder}\n${env.CI_PROJECT_ID ?? ''}\n${job}`)
    .digest('hex');
  const file = env.STAGEGATE_STATE_FILE || join(tmpdir(), `stagegate-${key.slice(0, 32)}.env`);
  try {
    closeSync(openSync(file, 'wx', 0o600));
    rmSync(outputsFile, { force: true });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const { uid } = lstatSync(file);
    if (uid !== (process.getuid?.() ?? uid)) throw new Error(`${file} belongs to somebody else.`, { cause: error });
  }
  return file;
}

/** The model that the outputs of earlier commands are of. */
export function modelOf(stateFile) {
  return earlier(stateFile, 'STAGEGATE_OF_MODEL');
}

/** What an earlier command of the same job put out. */
function earlier(file, name) {
  if (file === undefined || !existsSync(file)) return undefined;
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .findLast((one) => one.startsWith(`${name}=`));
  return line?.slice(name.length + 1) || undefined;
}
