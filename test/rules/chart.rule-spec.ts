import { readFileSync } from 'node:fs';
import { SETTINGS } from '../../src/platform/config/settings.js';

const file = (name: string): string =>
  readFileSync(new URL(`../../deploy/helm/stagegate/${name}`, import.meta.url), 'utf8');
const { properties } = JSON.parse(file('values.schema.json')) as {
  properties: { secretSettings: { patternProperties: Record<string, unknown> } };
};

/** Secrets that the chart takes by a value of their own, or has no use for. */
const OTHERWISE = [
  'DATABASE_URL',
  'DATABASE_PASSWORD',
  'STAGEGATE_JWT_SECRET',
  'STAGEGATE_JWT_PRIVATE_KEY',
  'STAGEGATE_JWT_PUBLIC_KEY',
  'STAGEGATE_JWT_PREVIOUS_SECRETS',
  'STAGEGATE_CHECKPOINT_KEY',
];

/** Add it to the pattern in values.schema.json and to docs/kubernetes.md, or give it a value of its own. */
it('every secret of the service can be given to the chart by the name of a Kubernetes Secret', () => {
  const fromFiles = SETTINGS.flatMap((name) => (name.endsWith('_FILE') ? [name.replace(/_FILE$/, '')] : []));
  const [pattern] = Object.keys(properties.secretSettings.patternProperties);
  const taken = /^\^\((.*)\)\$$/.exec(pattern!)![1]!.split('|');
  expect(taken).toEqual(fromFiles.filter((name) => !OTHERWISE.includes(name)).sort());
  const page = readFileSync(new URL('../../docs/kubernetes.md', import.meta.url), 'utf8');
  for (const name of taken) expect(page).toContain(`\`${name}\``);
});

it('what has a value of its own is given as a file of its setting', () => {
  const templates = file('templates/_helpers.tpl') + file('templates/migrations.yaml');
  const unused = ['DATABASE_URL', 'STAGEGATE_JWT_PUBLIC_KEY'];
  for (const name of OTHERWISE)
    expect([name, templates.includes(`"${name}_FILE"`)]).toEqual([name, !unused.includes(name)]);
});
