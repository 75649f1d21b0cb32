import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../test/support/limits.js';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'dist', 'src', 'commands', 'migrations.js');

/**
 * A folder for a service, with a database that has every migration and no row. A run makes one, by the first that needs it, and each
 * service has a copy. Where there is no run, as for the pictures, the folder is empty.
 */
export async function makeDataFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-console-'));
  // PostgreSQL does not run as root; the user it runs as then has to be able to walk in.
  chmodSync(folder, 0o711);
  const first = process.env.STAGEGATE_CONSOLE_FIRST;
  if (first === undefined) return folder;
  const ready = join(first, 'ready');
  await until('the database of the run is made', () => {
    if (!existsSync(ready) && locks(join(first, 'lock'))) makeFirst(first, ready);
    return existsSync(ready);
  });
  // It keeps the owner of the files, as whom PostgreSQL runs.
  execFileSync('cp', ['-a', join(first, 'data', 'postgres'), folder]);
  return folder;
}

/** True for one of those who ask. */
function locks(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function makeFirst(first: string, ready: string): void {
  const data = join(first, 'data');
  try {
    mkdirSync(data);
    chmodSync(data, 0o711);
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', STAGEGATE_DATA_DIR: data };
    execFileSync(process.execPath, [MIGRATIONS, 'run'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    // Nothing in a throw-away database has to survive a crash.
    appendFileSync(join(data, 'postgres', 'data', 'postgresql.conf'), '\nfsync = off\n');
    mkdirSync(ready);
  } catch (error) {
    // The next one tries, and says for itself why it cannot be made.
    rmSync(data, { recursive: true, force: true });
    rmSync(join(first, 'lock'), { recursive: true });
    throw error;
  }
}
