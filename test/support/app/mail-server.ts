import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A mail server that takes what it is sent (RFC 5321), as far as a client needs. */
export class MailServer {
  /** The mails as they were sent, heads included. */
  readonly mails: string[] = [];

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.talk(socket));
  }

  static async start(): Promise<MailServer> {
    const server = createServer();
    const mails = new MailServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    let mail: string[] | null = null;
    let rest = '';
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('220 test');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) mail = this.take(line, mail, say);
    });
    socket.on('error', () => undefined);
  }

  /** Answers one line of the client; returns the lines of a mail that is being sent. */
  private take(line: string, mail: string[] | null, say: (line: string) => void): string[] | null {
    if (mail !== null && line !== '.') return [...mail, line];
    if (mail !== null) {
      this.mails.push(mail.join('\n'));
      say('250 taken');
      return null;
    }
    if (/^DATA/i.test(line)) {
      say('354 go on');
      return [];
    }
    say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
    return null;
  }
}
