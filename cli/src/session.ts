import { type Client } from '@stagegate/client';
import { type Command } from 'commander';
import { connectDirectly } from './direct-fetch.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { Failure } from './failure.js';
import { knownLogins } from './profiles.js';
import { chooseServer, isLocal, type Server, type ServerOptions } from './server.js';
import { type Page, pageOf } from './text/page.js';
import { painter, printable } from './text/paint.js';
import { wrap } from './text/width.js';

export interface GlobalOptions extends ServerOptions {
  json?: boolean;
  wide?: boolean;
}

/** What a command works with: the server it speaks to, and how it answers. */
export class Session {
  readonly page: Page;
  private connected: { server: Server; client: Client } | null = null;

  constructor(readonly options: GlobalOptions) {
    this.page = pageOf(process.stdout, options.wide);
  }

  get client(): Client {
    return this.connection.client;
  }

  get server(): Server {
    return this.connection.server;
  }

  get json(): boolean {
    return this.options.json === true;
  }

  /** Whether a person sits at both ends, and wants to be asked and shown what goes on. */
  get isInteractive(): boolean {
    return !this.json && process.stdin.isTTY && process.stderr.isTTY;
  }

  /** Answers: the value as JSON for programs, the text for people. */
  answer(value: unknown, text: () => string | readonly string[]): void {
    if (this.json) this.answerJson(value);
    else this.show([text()].flat());
  }

  /** Answers a document, whose lines are never broken, so that they can be copied. */
  answerDocument(value: unknown, text: () => string | readonly string[]): void {
    if (this.json) this.answerJson(value);
    else this.showDocument([text()].flat());
  }

  /** Shows what belongs to the answer, to people alone, in lines as long as the page is wide. */
  show(lines: readonly string[]): void {
    this.showDocument(lines.flatMap((line) => wrap(line, this.page.width)));
  }

  /** Shows lines as they are, to people alone. */
  showDocument(lines: readonly string[]): void {
    const text = lines.join('\n');
    if (!this.json && text !== '') process.stdout.write(printable(process.stdout, `${text}\n`));
  }

  /** Says something beside the answer, to people alone. */
  note(line: string): void {
    if (this.json) return;
    const { width } = pageOf(process.stderr, this.options.wide);
    process.stderr.write(printable(process.stderr, `${wrap(line, width).join('\n')}\n`));
  }

  private answerJson(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  private get connection(): { server: Server; client: Client } {
    if (this.connected) return this.connected;
    const server = chooseServer(this.options, process.env, process.cwd());
    if (server.token === undefined)
      throw new Failure(
        'NO_TOKEN',
        `There is no token for ${server.url}. Log in with: stagegate login ${server.url}, or set STAGEGATE_TOKEN` +
          (isLocal(server.url) ? ', or go to the folder the service was started in.' : '.'),
      );
    this.connected = { server, client: connectDirectly(server.url, server.token) };
    this.sayWhich(server);
    return this.connected;
  }

  /** Whoever has several logins sees at a terminal which of them a command went by. */
  private sayWhich({ url, profile, tokenFrom }: Server): void {
    if (!process.stderr.isTTY || knownLogins(process.env) < 2) return;
    const as = profile === null ? `by the token of ${tokenFrom}` : `as profile ${profile}`;
    this.note(painter(process.stderr)('dim', `At ${url} ${as}.`));
  }
}

/** Makes a command's action of a function; what it answers is the exit code, nothing means done. */
export function action<Options, Arguments extends unknown[]>(
  run: (session: Session, options: Options, ...args: Arguments) => Promise<ExitCode | void> | ExitCode | void,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<GlobalOptions & Options>();
    process.exitCode = (await run(new Session(options), options, ...(given.slice(0, -2) as Arguments))) ?? EXIT.done;
  };
}
