import { type Client, connect } from '@stagegate/client';
import { type Command } from 'commander';
import { EXIT, type ExitCode } from './exit-codes.js';
import { chooseServer, isLocal, type Server, type ServerOptions } from './server.js';
import { type Paint, painter, printable } from './text/paint.js';

export interface GlobalOptions extends ServerOptions {
  json?: boolean;
}

/** What a command works with: the server it speaks to, and how it answers. */
export class Session {
  readonly paint: Paint = painter(process.stdout);
  private connected: { server: Server; client: Client } | null = null;

  constructor(readonly options: GlobalOptions) {}

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
    if (this.json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    else this.show([text()].flat());
  }

  /** Shows what belongs to the answer, to people alone. */
  show(lines: readonly string[]): void {
    const text = lines.join('\n');
    if (!this.json && text !== '') process.stdout.write(printable(process.stdout, `${text}\n`));
  }

  /** Says something beside the answer, to people alone. */
  note(line: string): void {
    if (!this.json) process.stderr.write(printable(process.stderr, `${line}\n`));
  }

  private get connection(): { server: Server; client: Client } {
    if (this.connected) return this.connected;
    const server = chooseServer(this.options, process.env, process.cwd());
    if (server.token === undefined)
      throw new Error(
        `There is no token for ${server.url}. Log in with: stagegate login ${server.url}, or set STAGEGATE_TOKEN` +
          (isLocal(server.url) ? ', or go to the folder the service was started in.' : '.'),
      );
    this.connected = { server, client: connect({ baseUrl: server.url, token: server.token }) };
    return this.connected;
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
