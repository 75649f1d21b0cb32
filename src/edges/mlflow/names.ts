import { posix } from 'node:path';
import { LARGEST_INTEGER, MODEL_NAME, TAG_KEY_MAX, TAG_VALUE_MAX } from '../../values/values.js';
import { type Stage, STAGES } from '../../values/stage.js';
import { featureDisabled, invalidParameter, MlflowRefusal } from './mlflow-refusal.js';

/** The tag that makes a model a prompt in MLflow. */
const IS_PROMPT = 'mlflow.prompt.is_prompt';
/** Tags that Stagegate itself tells of a version. */
const OWN_TAGS = 'stagegate.';

/** Whether a tag of this key is told by Stagegate alone, so that nobody's word passes for a judgement. */
export function isOwnTag(key: string): boolean {
  return key.startsWith(OWN_TAGS);
}

/** A name of a model that MLflow itself would refuse everywhere is no name here either. */
export function checkModelName(name: string): string {
  if (/[/:]/.test(name) || !isOwnPath(name))
    throw invalidParameter(`Invalid model name: '${name}'. It holds no / or :, and is no step of a path such as '..'.`);
  return name;
}

/** A name that a model can be given. */
export function checkNewModelName(name: string): string {
  if (MODEL_NAME.test(checkModelName(name))) return name;
  throw invalidParameter(
    `Invalid model name: '${name}'. Here a name starts with a letter or digit and holds at most 128 letters, digits, ".", "_" or "-".`,
  );
}

const ALIAS = /^[\p{L}\p{N}_-]{1,255}$/u;

export function checkAlias(alias: string): string {
  if (ALIAS.test(alias)) return alias;
  throw invalidParameter(
    `Invalid alias name: '${alias}'. Names may only contain alphanumerics, underscores (_) and dashes (-), up to 255 of them.`,
  );
}

/** A version as Python's int() reads it in ASCII; null for a number that no version can have. */
export function readVersion(text: string): number | null {
  if (!/^[+-]?\d+(?:_\d+)*$/.test(text.trim()))
    throw invalidParameter(`Parameter 'version' must be an integer, got '${text}'.`);
  const number = Number(text.trim().replaceAll('_', ''));
  return number >= 1 && number <= LARGEST_INTEGER ? number : null;
}

export function readStage(text: string): Stage {
  const stage = STAGES.find((known) => known.toLowerCase() === text.toLowerCase());
  if (stage) return stage;
  throw invalidParameter(`Invalid Model Version stage: ${text}. Value must be one of ${STAGES.join(', ')}.`);
}

const TAG_KEY = /^[/\p{L}\p{N}_.\- :]*$/u;

/** A tag that a caller may write. */
export function checkTag(key: string, value: string): void {
  checkTagKey(key);
  if ([...value].length > TAG_VALUE_MAX)
    throw invalidParameter(`'value' exceeds the maximum length of ${TAG_VALUE_MAX} characters.`);
  if (key === IS_PROMPT && value.toLowerCase() === 'true')
    throw featureDisabled(
      'Stagegate keeps models and no prompts. Keep prompts in the registry of your tracking server.',
    );
}

export function checkTagKey(key: string): void {
  if ([...key].length > TAG_KEY_MAX)
    throw invalidParameter(`'key' exceeds the maximum length of ${TAG_KEY_MAX} characters.`);
  if (!TAG_KEY.test(key) || !isOwnPath(key))
    throw invalidParameter(
      `Invalid value "${key}" for parameter 'key'. Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/), as a path that is written in one way alone.`,
    );
  if (isOwnTag(key)) throw invalidParameter(`Tags that begin with ${OWN_TAGS} are told by Stagegate itself.`);
}

/** Whether a text is what it becomes when it is normalised as a path below another. */
function isOwnPath(text: string): boolean {
  const normal = posix.normalize(text);
  return (
    normal === text && normal !== '.' && !normal.startsWith('..') && !normal.startsWith('/') && !text.endsWith('/')
  );
}

export function versionDoesNotExist(name: string, version: string): MlflowRefusal {
  return new MlflowRefusal('RESOURCE_DOES_NOT_EXIST', `Model Version (name=${name}, version=${version}) not found`);
}
