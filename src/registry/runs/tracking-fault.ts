/** Whether it helps to ask again: what is missing stays missing, and a server that is away comes back. */
export type Remedy = 'never' | 'later';

/** Why the tracking server did not say what was asked. */
export class TrackingFault extends Error {
  constructor(
    message: string,
    readonly remedy: Remedy,
  ) {
    super(message);
    this.name = 'TrackingFault';
  }

  /** What a status means; of the server's own words none that could be long or a page. */
  static ofStatus(status: number, body: string): TrackingFault {
    if (status === 404) return new TrackingFault(`It is not there. ${wordsOf(body)}`, 'never');
    if (status === 400) return new TrackingFault(`The server refused the question. ${wordsOf(body)}`, 'never');
    if (status === 401 || status === 403)
      return new TrackingFault(`The server does not let this service in (${status}).`, 'later');
    return new TrackingFault(`The server answered ${status}.`, 'later');
  }

  static ofNetwork(error: unknown): TrackingFault {
    const { name, cause } = error as { name?: string; cause?: { code?: string; message?: string } };
    if (name === 'TimeoutError') return new TrackingFault('The server did not answer in time.', 'later');
    const why = cause?.code ?? cause?.message;
    return new TrackingFault(`The server cannot be reached${why === undefined ? '' : ` (${why})`}.`, 'later');
  }
}

const LONGEST_WORDS = 300;
const UNSAID = 'It does not say more.';

function wordsOf(body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === 'string' ? sentence(message.slice(0, LONGEST_WORDS)) : UNSAID;
  } catch {
    return UNSAID;
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
