import { posix } from 'node:path';
import { invalidParameter } from './mlflow-refusal.js';

/** What a caller says of where a version came from. */
export interface StatedSource {
  source: string;
  runId: string | undefined;
  loggedModelId: string | undefined;
}

/** A source that names another version of the registry. */
export interface CopiedVersion {
  model: string;
  version?: string;
  alias?: string;
}

const LOCAL_HOSTS = /^(?:|\.|localhost(?::\d+)?|127\.0\.0\.1(?::\d+)?)$/i;

/**
 * Refuses the sources that MLflow refuses, as far as that can be told without asking the tracking server: paths that lead
 * out of their place, local ones that are of no run, and ids that contradict each other. Nothing here is ever fetched.
 */
export function checkSource({ source, runId, loggedModelId }: StatedSource): void {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(source)?.[1]?.toLowerCase();
  const path = decoded(source);
  if (path.includes('\0')) throw invalidSource(source, 'it holds the character U+0000');
  if (scheme === undefined || scheme === 'file') return checkLocal(source, path, [runId, loggedModelId]);
  if (path.split(/[/\\]/).includes('..') || isCrooked(path))
    throw invalidSource(source, 'it has no path, or one that is not normalised');
  if (scheme === 'runs') checkRun(source, runId);
  if (scheme === 'models') checkLoggedModel(source, loggedModelId);
  if (scheme === 'mlflow-artifacts' && runId === undefined && loggedModelId === undefined)
    throw invalidSource(source, 'an artifact of the proxy needs a run_id or model_id');
}

/** The version that a source such as `models:/name/3`, `models:/name@alias` or `models:/name/latest` copies, if it does. */
export function copiedVersion(source: string): CopiedVersion | undefined {
  const [, model, separator, rest] = /^models:\/([^/@]+)([/@])([^/@]+)$/.exec(source) ?? [];
  if (model === undefined || rest === undefined) return undefined;
  return separator === '@' ? { model, alias: rest } : { model, version: rest };
}

/** Percent-encoding is undone until nothing changes, since whoever fetches may undo it again. */
function decoded(source: string): string {
  for (let text = source; ;) {
    const next = text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));
    if (next === text) return text;
    text = next;
  }
}

function isCrooked(path: string): boolean {
  if (/^[^:]+:\/\/[^/]*$/.test(path)) return true;
  const rest = path.replace(/^[A-Za-z][A-Za-z0-9+.-]*:(?:\/\/)?/, '').split(/[?#]/, 1)[0]!;
  // Slashes that follow upon each other, as in s3://b//c, are one name among others to object stores, and lead nowhere else.
  const key = rest.replace(/\/{2,}/g, '/');
  return posix.normalize(key) !== key;
}

function checkLocal(source: string, path: string, ids: readonly (string | undefined)[]): void {
  const [, host = ''] = /^file:\/\/([^/]*)/i.exec(path) ?? [];
  if (!LOCAL_HOSTS.test(host)) throw invalidSource(source, 'a file of another host cannot be reached');
  const steps = path.split(/[/\\]/);
  if (steps.includes('..')) throw invalidSource(source, 'its path is not normalised');
  if (ids.some((id) => id !== undefined && id !== '' && steps.includes(id))) return;
  throw invalidSource(
    source,
    'To use a local path as a model version source, the run_id (or model_id) request parameter has to be specified, and the path has to be in the artifact directory of that run',
  );
}

function checkRun(source: string, runId: string | undefined): void {
  const id = /^runs:\/([^/]+)(?:\/|$)/.exec(source)?.[1];
  if (id === undefined) throw invalidSource(source, 'it is written as runs:/<run id>/<path>');
  if (id !== runId) throw invalidSource(source, `the run_id has to be ${id}, too`);
}

function checkLoggedModel(source: string, loggedModelId: string | undefined): void {
  if (copiedVersion(source)) return;
  const id = /^models:\/(m-[^/@]+)$/.exec(source)?.[1];
  if (id === undefined) throw invalidSource(source, 'it is written as models:/<model id> or models:/<name>/<version>');
  if (id !== loggedModelId) throw invalidSource(source, `the model_id has to be ${id}, too`);
}

function invalidSource(source: string, why: string) {
  return invalidParameter(`Invalid model version source: '${source}'. ${why.charAt(0).toUpperCase()}${why.slice(1)}.`);
}
