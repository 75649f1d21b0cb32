import { isPostmaster, type Postmaster } from './postmaster-file.js';

export type Settings = Readonly<Record<string, string>>;

/** A server that accepts connections, ours or one that another process started. */
export interface Server {
  host: string;
  port: number;
  owner: boolean;
  stop(): Promise<void>;
  onUnexpectedExit(callback: (reason: string) => void): void;
}

const ATTACHED_POLL_MS = 1_000;

/** Remembers the reason, so that a listener who comes late still hears of it. */
export class ExitNotice {
  private reason: string | undefined;
  private silenced = false;
  private readonly callbacks: ((reason: string) => void)[] = [];

  silence(): void {
    this.silenced = true;
  }

  report(reason: string): void {
    if (this.silenced || this.reason !== undefined) return;
    this.reason = reason;
    for (const callback of this.callbacks) callback(reason);
  }

  subscribe(callback: (reason: string) => void): void {
    this.callbacks.push(callback);
    if (this.reason !== undefined) callback(this.reason);
  }
}

/** Whoever attached neither keeps the server alive nor stops it: the server goes with the process that started it. */
export function attachTo(running: Postmaster, dataDir: string): Server {
  const notice = new ExitNotice();
  const timer = setInterval(() => {
    if (isPostmaster(running.pid, dataDir)) return;
    clearInterval(timer);
    notice.report('the process that started the database has stopped it');
  }, ATTACHED_POLL_MS);
  timer.unref();
  return {
    host: running.host,
    port: running.port,
    owner: false,
    stop: async () => {
      notice.silence();
      clearInterval(timer);
    },
    onUnexpectedExit: (callback) => notice.subscribe(callback),
  };
}
