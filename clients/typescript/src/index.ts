export * from './generated/index.js';
export type { Client } from './generated/client/index.js';
export type { KindedGateRule, KindedSimpleGateRule } from './gate-rules.js';
export { connect, type ConnectOptions } from './connect.js';
export { events, type FollowEvents } from './events.js';
export { each, type Page } from './pages.js';
export { checkGatesMarkdown } from './markdown.js';
export { predictionJobEnd, type UploadPredictions, uploadPredictions, type WaitOptions } from './predictions.js';
export { DEFAULT_RETRIES, type RetryOptions } from './retries.js';
export { DEFAULT_TIMEOUT } from './timeouts.js';
export {
  ConflictError,
  ConnectionError,
  ForbiddenError,
  GatesRefusedError,
  InvalidRequestError,
  NotFoundError,
  PreconditionFailedError,
  ProblemError,
  ServiceError,
  StagegateError,
  StaleError,
  TimeoutError,
  TooManyRequestsError,
  UnauthenticatedError,
  UnavailableError,
  UnexpectedAnswerError,
} from './problems.js';
