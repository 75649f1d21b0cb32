/** What can keep a command from being done besides the service's own no, by stable codes. */
export const FAILURES = {
  WRONG_USAGE: 'a command, an argument or an option is missing, unknown or malformed',
  UNREADABLE_FILE: 'a file is missing, or may not be read or written',
  INVALID_DOCUMENT: 'a file does not hold what it has to hold; the place of the fault is named',
  INVALID_LOGIN_FILE: 'the login file holds something else than logins',
  NO_TOKEN: 'no token is known for the server',
  NO_PROFILE: 'there is no profile of this name',
  NOT_FOUND: 'nothing fits what was named',
  NOT_REACHED: 'what was waited for did not come about in time',
  NOT_CONFIRMED: 'the question was not answered with yes, or could not be asked',
  UNREACHABLE: 'the server cannot be reached, or the connection broke; `reason` and `cause` say why',
  UNEXPECTED_ANSWER: 'what answered is no Stagegate, such as the page of a proxy',
  JOB_FAILED: 'work that the service did in the background ended without a result',
  COMMAND_FAILED: 'anything else',
} as const;
export type FailureCode = keyof typeof FAILURES;

/** A no that the command line says itself. */
export class Failure extends Error {
  override name = 'Failure';

  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
