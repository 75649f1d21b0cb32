import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';

const ROOT = join(import.meta.dirname, '..', '..');
/** The oldest Node.js that the README names; newer ones satisfy what it satisfies. */
const OLDEST = '20.19.0';

/**
 * These say that they do not, and do what we ask of them there: docs/adr/0051-kafka-is-sent-the-record.md. They are loaded where Kafka is
 * set up, and the tests of that run on Node.js 20.
 */
const EXCEPTIONS = ['@platformatic/dynamic-buffer', '@platformatic/kafka', '@platformatic/wasm-utils'];

interface Lock {
  packages: Record<string, { version?: string; engines?: { node?: string } }>;
}

/** Otherwise `npm ci` warns, and a package may use what that version of Node.js does not have. */
it(`every package supports Node.js ${OLDEST}`, () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const tooNew = Object.entries(packages).flatMap(([path, { version, engines }]) =>
    engines?.node === undefined || satisfies(OLDEST, engines.node) ? [] : [`${path}@${version}: ${engines.node}`],
  );
  const expected = EXCEPTIONS.map((name) => expect.stringContaining(`node_modules/${name}@`));
  expect(tooNew).toEqual(expected);
});

it('the README names that version', () => {
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toMatch(/Node(\.js)? (≥ )?20\.19/);
});
