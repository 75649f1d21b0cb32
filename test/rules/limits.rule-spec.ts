import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

interface Told {
  status: string;
  failureMessages: string[];
}

it('a test or hook that hangs fails at its limit, and those after it run', () => {
  const ends = ['run', '--silent', 'jest', '--', '--json', '--config', 'test/rules/hanging/jest.config.js'];
  const { stdout } = spawnSync('npm', ends, { cwd: ROOT, encoding: 'utf8' });
  const [{ assertionResults }] = JSON.parse(stdout).testResults;
  const told = (assertionResults as Told[]).map(({ status, failureMessages }) => [
    status,
    /".*" did not end.*/.exec(failureMessages.join())?.[0],
  ]);
  expect(told).toEqual([
    ['failed', '"beforeAll" did not end within 0.02 s.'],
    ['failed', '"hangs" did not end within 0.02 s.'],
    ['failed', '"hangs by row" did not end within 0.02 s.'],
    ['passed', undefined],
  ]);
});
