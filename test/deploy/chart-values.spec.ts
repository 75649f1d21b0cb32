import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { ROOT } from '../support/processes/tell.js';
import { CHART, manifestsOf, MINIMAL, picks, render, renderWith, serviceOf } from './chart.js';

interface Schema {
  properties?: Record<string, Schema>;
}
type Values = Record<string, unknown>;

/** Paths of all values, in order; what is open or empty is one. */
function namesOf(values: Values, under = ''): string[] {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const path = `${under}/${name}`;
      const isFull =
        typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
      return isFull && !isOpen(path) ? namesOf(value as Values, path) : [path];
    })
    .sort();
}

function namesIn({ properties = {} }: Schema, under = ''): string[] {
  return Object.entries(properties)
    .flatMap(([name, inner]) => (inner.properties ? namesIn(inner, `${under}/${name}`) : [`${under}/${name}`]))
    .sort();
}

/** Kubernetes says what is in them. */
function isOpen(path: string): boolean {
  return path.endsWith('/resources');
}

it.each([
  ['signing.secret.secret=', 'Every replica needs the same key of tokens'],
  ['signing.privateKey.secret=pair', 'Give signing.secret or signing.privateKey, and not both.'],
  ['database.url=', 'database.url says where the database is'],
  ['database.url=postgres://stagegate_service:word@db/stagegate', "at '/database/url'"],
  ['database.owner.url=', 'database.owner.url says by which role the schema is made.'],
  ['database.owner.url=postgres://stagegate_service@db:5432/stagegate', 'the service must not be the owner'],
  ['database.password.secret=', 'DATABASE_PASSWORD_FILE needs the name of a secret'],
  ['settings.STAGEGATE_JWT_SECRET=word', 'secrets go into secretSettings'],
  ['settings.PORT=80', 'the others have a value of their own'],
  ['settings.METRICS_PORT=9464', 'the others have a value of their own'],
  ['settings.SMTP_URL_FILE=/tmp/x', 'secrets go into secretSettings'],
  ['secretSettings.SMTP_URLS.secret=mail,secretSettings.SMTP_URLS.key=url', "at '/secretSettings'"],
  ['secretFiles.SMTP_URL_FILE.secret=mail,secretFiles.SMTP_URL_FILE.key=url', "at '/secretFiles'"],
  ['metrics.port=3000', "at '/metrics/port'"],
  ['issuers[0].name=company', "at '/issuers/0'"],
  [
    'issuers[0].name=company,issuers[0].issuer=https://id.example,issuers[0].audience=a,issuers[0].client.secret=word',
    'The client of the issuer company has a secret in the values',
  ],
  ['settings.STAGEGATE_PREDICTIONS_MEMORY_MB=512', 'the others have a value of their own'],
  ['settings.STAGEGATE_PREDICTIONS_CONCURRENCY=4', 'the others have a value of their own'],
  ['predictions.enabled=true', 'resources.limits.memory is 1Gi, and measuring prediction files takes up to 5120Mi'],
  ['predictions.enabled=true,resources.limits.memory=lots', 'lots is no amount of memory such as 4Gi.'],
  ['predictions.memoryMegabytes=255', "at '/predictions/memoryMegabytes'"],
  ['ingress.enabled=true', 'ingress.host says under which name'],
  ['serviceMonitor.enabled=true', 'serviceMonitor.token.secret names the secret'],
  ['image.digest=latest', "at '/image/digest'"],
  ['replica=3', "'replica' not allowed"],
])('the value %s is refused in a sentence', async (value, sentence) => {
  const { code, output } = await render('--values', MINIMAL, '--set', value);
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(sentence) });
});

it.each([
  ['5Gi', 1, 0],
  ['5119Mi', 1, 1],
  ['5369M', 1, 0],
  ['5368M', 1, 1],
  ['5368709120', 1, 0],
  ['5368709119', 1, 1],
  ['2816Mi', 0, 0],
  ['7424Mi', 2, 0],
  ['7423Mi', 2, 1],
])('a limit of %s for service, curve and %i jobs ends with %i', async (memory, concurrency, expected) => {
  const predictions = { enabled: true, concurrency };
  const values = JSON.stringify({ predictions, resources: { limits: { memory } } });
  const { code, output } = await renderWith(values, '--values', MINIMAL);
  expect({ code, output: code === 0 ? '' : output }).toMatchObject({ code: expected });
  if (expected === 1) expect(output).toContain(`resources.limits.memory is ${memory}, and`);
});

it('a job gets the memory and the company that its limit was held against', async () => {
  const { env } = serviceOf(await manifestsOf('single')).spec.template!.spec.containers[0]!;
  expect(env).toContainEqual({ name: 'STAGEGATE_PREDICTIONS_MEMORY_MB', value: '512' });
  expect(env).toContainEqual({ name: 'STAGEGATE_PREDICTIONS_CONCURRENCY', value: '1' });
});

it.each([
  ['single', 'Recreate'],
  ['production', 'RollingUpdate'],
  ['minimal', 'RollingUpdate'],
])('with the values %s the next pod comes by %s, since a volume of one pod cannot be had twice', async (set, type) => {
  expect(serviceOf(await manifestsOf(set)).spec.strategy).toMatchObject({ type });
});

it('metrics have a port of their own, in a service of their own, for whom the policy lets near them', async () => {
  const manifests = await manifestsOf('production');
  const { env, ports } = serviceOf(manifests).spec.template!.spec.containers[0]!;
  expect(ports).toContainEqual({ name: 'metrics', containerPort: 9464, protocol: 'TCP' });
  expect(env).toContainEqual({ name: 'METRICS_PORT', value: '9464' });
  const services = manifests.filter(({ kind }) => kind === 'Service');
  const open = services.map(({ metadata, spec }) => [
    metadata.name,
    (spec.ports as { name: string }[]).map((p) => p.name),
  ]);
  expect(open).toEqual([
    ['registry-stagegate', ['http']],
    ['registry-stagegate-metrics', ['metrics']],
  ]);
  const monitor = manifests.find(({ kind }) => kind === 'ServiceMonitor')!;
  expect(monitor.spec).toMatchObject({ endpoints: [{ port: 'metrics', path: '/metrics' }] });
  expect(JSON.stringify(monitor)).not.toContain('authorization');
  const policy = manifests.find(
    ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'registry-stagegate',
  )!;
  const { from } = (policy.spec.ingress as { from: object; ports: { port: string }[] }[]).find(
    ({ ports: [port] }) => port!.port === 'metrics',
  )!;
  expect(from).toEqual([{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }]);
});

it('without such a port they are read with the token of a viewer', async () => {
  const manifests = await manifestsOf('single');
  expect(JSON.stringify(serviceOf(manifests))).not.toContain('METRICS_');
  const { spec } = manifests.find(({ kind }) => kind === 'ServiceMonitor')!;
  const credentials = { name: 'stagegate-metrics', key: 'token' };
  expect(spec.endpoints).toMatchObject([{ port: 'http', authorization: { type: 'Bearer', credentials } }]);
});

it.each(['production', 'single'])(
  'the monitor of %s picks one service, under the name that the alarms ask for',
  async (set) => {
    const manifests = await manifestsOf(set);
    const { spec } = manifests.find(({ kind }) => kind === 'ServiceMonitor')!;
    const picked = manifests.filter(
      ({ kind, metadata }) => kind === 'Service' && picks(spec.selector!.matchLabels!, metadata.labels),
    );
    expect(picked).toHaveLength(1);
    const job = picked[0]!.metadata.labels[spec.jobLabel as string];
    expect(readFileSync(join(ROOT, 'deploy', 'observability', 'alerts.yaml'), 'utf8')).toContain(`up{job="${job}"}`);
  },
);

it('every file of a secret that a setting names is mounted', async () => {
  const { containers, volumes } = serviceOf(await manifestsOf('production')).spec.template!.spec;
  const named = JSON.stringify(containers[0]!.env).matchAll(/\/etc\/stagegate\/secrets\/([\w.-]+)/g);
  const mounted = volumes
    .flatMap(({ projected }) => projected?.sources ?? [])
    .map(({ secret }) => secret.items[0]!.path);
  expect([...named].map(([, path]) => path).sort()).toEqual(mounted.sort());
  expect(mounted).toEqual(expect.arrayContaining(['SMTP_URL_FILE', 'oidc-company', 'previous-key-0']));
});

it('the values that docs/kubernetes.md shows are values', async () => {
  const page = readFileSync(join(ROOT, 'docs', 'kubernetes.md'), 'utf8');
  const blocks = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, block]) => block!);
  expect(blocks).toHaveLength(2);
  for (const block of blocks) {
    const { code, output } = await renderWith(block, '--values', MINIMAL);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('kind: Deployment') });
  }
});

it('the schema knows every value, and none that there is not', () => {
  const file = (name: string): string => readFileSync(join(CHART, name), 'utf8');
  const schema = JSON.parse(file('values.schema.json')) as Schema;
  expect(new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)(parse(file('values.yaml')))).toBe(true);
  expect(namesIn(schema).filter((name) => name !== '/global')).toEqual(namesOf(parse(file('values.yaml')) as Values));
});
