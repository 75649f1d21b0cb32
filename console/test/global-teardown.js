import { rmSync } from 'node:fs';

export default function globalTeardown() {
  rmSync(process.env.STAGEGATE_CONSOLE_FIRST, { recursive: true, force: true });
}
