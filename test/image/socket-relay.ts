import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A socket in a folder that any user may enter, in front of the database's own, whose folder is closed to others. */
export class SocketRelay {
  private constructor(
    readonly folder: string,
    private readonly listener: Server,
  ) {}

  static async before(databaseUrl: string): Promise<SocketRelay> {
    const { searchParams, port } = new URL(databaseUrl);
    const file = `.s.PGSQL.${searchParams.get('port') ?? (port || '5432')}`;
    const target = join(searchParams.get('host')!, file);
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-relay-'));
    chmodSync(folder, 0o755);
    const listener = createServer((client) => {
      const server = connect(target);
      for (const [from, to] of [
        [client, server],
        [server, client],
      ] as const)
        from
          .on('error', () => to.destroy())
          .on('close', () => to.destroy())
          .pipe(to);
    }).listen(join(folder, file));
    await once(listener, 'listening');
    chmodSync(join(folder, file), 0o777);
    return new SocketRelay(folder, listener);
  }

  close(): void {
    this.listener.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
