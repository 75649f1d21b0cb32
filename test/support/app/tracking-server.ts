import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** What a tracking server is asked for: a run or a logged model by its id, or the file of the model. */
export type Tracked = Record<string, unknown>;

/** Answers as an MLflow tracking server does, in what was recorded of one; over HTTP, on a port that it keeps while it is away. */
export class TrackingStandIn {
  readonly runs: Tracked = {};
  readonly models: Tracked = {};
  readonly modelFiles: Record<string, string> = {};
  readonly asked: { path: string; authorization: string | undefined }[] = [];
  /** Answers everything instead, where set. */
  instead: ((response: ServerResponse) => void) | null = null;
  private server: Server | null = null;
  private port = 0;

  static async start(): Promise<TrackingStandIn> {
    const standIn = new TrackingStandIn();
    await standIn.comeBack();
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async comeBack(): Promise<void> {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise<void>((listening) => this.server!.listen(this.port, '127.0.0.1', listening));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async goAway(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((closed) => this.server?.close(closed) ?? closed(undefined));
    this.server = null;
  }

  private answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
    this.asked.push({ path: url, authorization: headers.authorization });
    if (this.instead) return this.instead(response);
    const { pathname, searchParams } = new URL(url, this.url);
    const model = /^\/(?:ajax-)?api\/2\.0\/mlflow\/logged-models\/([^/]+)(\/artifacts\/files)?$/.exec(pathname);
    const found = model
      ? model[2] === undefined
        ? wrapped('model', this.models[model[1]!])
        : this.modelFiles[model[1]!]
      : pathname === '/api/2.0/mlflow/runs/get' && wrapped('run', this.runs[searchParams.get('run_id') ?? '']);
    if (found === undefined || found === false) response.statusCode = 404;
    const missing = { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'Run with that id not found' };
    response.end(typeof found === 'string' ? found : JSON.stringify(found || missing));
  }
}

function wrapped(name: string, value: unknown): object | undefined {
  return value === undefined ? undefined : { [name]: value };
}
