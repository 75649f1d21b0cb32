import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { ENGINE_ENV, SMALL, Submitter } from './support/app/predictions.js';

/** A disk of its own for the data folder; only a privileged user of Linux can have one. */
const disk = mkdtempSync(join(tmpdir(), 'stagegate-disk-'));
const isMounted = mounts();
const onSmallDisk = isMounted ? it : it.skip;
const lines: string[] = [];

let app: TestApp;

function mounts(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  app = await TestApp.start({
    env: { ...ENGINE_ENV, STAGEGATE_DATA_DIR: disk },
    onLog: (line) => lines.push(line),
  });
});
afterAll(async () => {
  await app?.stop();
  if (isMounted) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

onSmallDisk('an upload that the disk has no room for is 507, said in the log, and leaves nothing', async () => {
  const ci = new Submitter(app, await app.as('ci', 'contributor'));
  await ci.model('m', 1);
  const filler = join(disk, 'filler');
  writeFileSync(filler, Buffer.alloc(3 * 1024 * 1024));
  const rows = Array.from({ length: 200_000 }, (_, i) => `${i},${i % 2},0.5`);
  const large = { name: 'a.csv', content: `id,label,score\n${rows.join('\n')}\n` };
  const answer = await ci.upload('/models/m/versions/1/evaluations/from-predictions', SMALL, large);
  expect([answer.status, answer.body.code]).toEqual([507, 'STORAGE_FULL']);
  expect(lines.some((line) => line.includes('ENOSPC'))).toBe(true);
  expect(readdirSync(join(disk, 'predictions', 'incoming'))).toEqual([]);
  rmSync(filler);
  const { id } = await ci.submit('m', 1, SMALL, { name: 'a.csv', content: 'id,label,score\n1,0,0.1\n2,1,0.9\n' });
  expect(await ci.ended(id)).toMatchObject({ status: 'succeeded' });
});
