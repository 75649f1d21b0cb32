import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type OtherShape } from '../../platform/http/problem.filter.js';
import { toMlflowError } from './mlflow-error.js';
import { featureDisabled } from './mlflow-refusal.js';
import { speaksMlflow } from './mlflow-paths.js';

/**
 * What MLflow's clients say in headers, before the guard looks: a token is also taken as the password of Basic
 * authentication, and of workspaces there is the default one alone.
 */
export function hearMlflowHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!speaksMlflow(pathOf(request))) return done();
    const { headers } = request;
    const token = passwordOf(headers.authorization);
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    const workspace = headers['x-mlflow-workspace'];
    if (workspace === undefined || ['', 'default'].includes(String(workspace).trim())) return done();
    done(featureDisabled('Stagegate has no workspaces but the default one. Leave MLFLOW_WORKSPACE unset.'));
  });
}

/** Errors on MLflow's paths are MLflow's in shape. */
export const answerInMlflowShape: OtherShape = (problem, request) => {
  const path = pathOf(request);
  return speaksMlflow(path) ? toMlflowError(problem, path, request.publicOrigin) : undefined;
};

/** The path of a request, without its query. */
function pathOf({ url }: Pick<FastifyRequest, 'url'>): string {
  return url.split('?', 1)[0] ?? '/';
}

function passwordOf(authorization: string | undefined): string | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]{1,12000}) *$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}

/** The program that asks, where it names itself as MLflow's clients do. */
export function clientOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  return /^mlflow-[\w.-]{1,60}\/[\w.+-]{1,60}$/.exec(headers['user-agent'] ?? '')?.[0] ?? 'an MLflow client';
}
