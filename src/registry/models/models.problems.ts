import { type Problem, problemKind } from '../../platform/http/problem.js';

const exists = problemKind(409, 'MODEL_EXISTS', 'A model of this name exists');
const nameKept = problemKind(409, 'MODEL_NAME_KEPT', 'The name belongs to versions of a deleted model');
const inProduction = problemKind(409, 'MODEL_IN_PRODUCTION', 'A version of the model is in Production');

const isAwaited = problemKind(409, 'MODEL_AWAITS_DECISION', 'A request of the model awaits approval');

export function modelAwaitsDecision(name: string): Problem {
  return isAwaited(`A change of stage of '${name}' awaits approval; cancel or decide it before the model is deleted.`);
}

export function modelExists(name: string, cause?: unknown): Problem {
  return exists(`There is a model '${name}' already.`, {}, cause);
}

export function modelInProduction(name: string, version: number): Problem {
  return inProduction(`Version ${version} of '${name}' is in Production; archive it before the model is deleted.`);
}

export function modelNameKept(name: string, cause?: unknown): Problem {
  return nameKept(
    `A deleted model '${name}' had versions, whose numbers keep their meaning; choose another name.`,
    {},
    cause,
  );
}
