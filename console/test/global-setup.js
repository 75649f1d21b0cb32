import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the database lies that every service of a run begins from. The first that needs it makes it. */
export default function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-console-first-'));
  // PostgreSQL does not run as root; the user it runs as then has to be able to walk in.
  chmodSync(folder, 0o711);
  process.env.STAGEGATE_CONSOLE_FIRST = folder;
}
