import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { SETTINGS } from '../../src/platform/config/settings.js';
import { ROOT, tell } from '../support/processes/tell.js';
import {
  CHART,
  conform,
  containersOf,
  jobOf,
  type Manifest,
  manifestsOf,
  picks,
  podsOf,
  secretsOf,
  serviceOf,
  SETS,
  VALUES,
} from './chart.js';
import { goTool } from './go-tools.js';

it('there are five sets of values, and the checker of manifests notices what is wrong', async () => {
  expect(SETS).toEqual(['minimal', 'open-network', 'pooled', 'production', 'single']);
  const good = serviceOf(await manifestsOf('minimal'));
  expect(await conform(stringify(good))).toMatchObject({ code: 0 });
  const { containers } = good.spec.template!.spec;
  for (const wrong of [
    { ...good, spec: { ...good.spec, replica: 2 } },
    { ...good, spec: { ...good.spec, replicas: 'two' } },
    { ...good, spec: { ...good.spec, selector: undefined } },
    { ...good, apiVersion: 'apps/v1', kind: 'Deploiment' },
    {
      ...good,
      spec: { ...good.spec, template: { spec: { containers: [{ ...containers[0], readinesProbe: {} }] } } },
    },
  ])
    expect((await conform(stringify(wrong))).code).toBe(1);
});

describe.each(SETS)('with the values %s', (set) => {
  let manifests: Manifest[];
  beforeAll(async () => {
    manifests = await manifestsOf(set);
  });

  it('the chart passes the linter, and each manifest the schema of its kind', async () => {
    const values = join(VALUES, `${set}.yaml`);
    const linted = await tell(await goTool('helm'), ['lint', '--strict', CHART, '--values', values]);
    expect(linted).toMatchObject({ code: 0 });
    const { code, output } = await conform(manifests.map((manifest) => stringify(manifest)).join('---\n'));
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('Invalid: 0, Errors: 0') });
    expect(output).toContain('Skipped: 0');
  });

  it('no pod runs as root, gains rights, writes to its image or holds a token of the cluster', () => {
    for (const { spec } of podsOf(manifests)) {
      expect(spec.template!.spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      });
    }
    for (const container of containersOf(manifests)) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.resources).toMatchObject({
        requests: expect.anything(),
        limits: { memory: expect.any(String) },
      });
    }
  });

  it('secrets are named and mounted, each by its own pod, and settings are settings of the service', () => {
    expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    for (const { env } of containersOf(manifests)) {
      for (const { name, value } of env) {
        expect(SETTINGS).toContain(name);
        expect(value).toEqual(expect.any(String));
        if (name.endsWith('_FILE')) expect(value).toBe(`/etc/stagegate/secrets/${name}`);
        else expect(name).not.toMatch(/PASSWORD|SECRET|TOKEN|_KEY$/);
      }
    }
    const job = jobOf(manifests);
    if (job) expect(secretsOf(job).filter((secret) => secretsOf(serviceOf(manifests)).includes(secret))).toEqual([]);
    if (job) expect(secretsOf(job)).toHaveLength(1);
  });

  it('a pod that drains leaves the rotation before its port closes, and is not killed before it has finished', () => {
    const { containers, terminationGracePeriodSeconds } = serviceOf(manifests).spec.template!.spec;
    const { env, readinessProbe } = containers[0]!;
    const seconds = (name: string) => Number(env.find((entry) => entry.name === name)?.value);
    expect(readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'http' });
    expect(seconds('DRAIN_SECONDS')).toBeGreaterThan(readinessProbe.periodSeconds * readinessProbe.failureThreshold);
    const needed = seconds('DRAIN_SECONDS') + seconds('SHUTDOWN_SECONDS');
    expect(terminationGracePeriodSeconds).toBeGreaterThan(needed);
  });

  it('service, budget and network policies pick the pods they are meant for', () => {
    const labels = serviceOf(manifests).spec.template!.metadata.labels;
    const jobLabels = jobOf(manifests)?.spec.template!.metadata.labels ?? {};
    for (const { kind, metadata, spec } of manifests) {
      const selector =
        kind === 'Service'
          ? (spec.selector as Record<string, string>)
          : (spec?.podSelector?.matchLabels ?? (kind === 'PodDisruptionBudget' ? spec.selector!.matchLabels! : null));
      if (selector === null) continue;
      const isOfJob = metadata.name.endsWith('-migrations');
      expect([metadata.name, kind, picks(selector, labels)]).toEqual([metadata.name, kind, !isOfJob]);
      expect([metadata.name, kind, picks(selector, jobLabels)]).toEqual([metadata.name, kind, isOfJob]);
    }
  });

  it('the schema is made before the release, by a program that the image has', () => {
    const job = jobOf(manifests);
    expect(job === undefined).toBe(set === 'pooled');
    if (!job) return;
    expect(job.metadata.annotations).toMatchObject({ 'helm.sh/hook': 'pre-install,pre-upgrade' });
    const { command, env } = job.spec.template!.spec.containers[0]!;
    expect(command).toEqual(['node', '/app/dist/src/commands/migrations.js', 'run']);
    expect(existsSync(join(ROOT, 'src', 'commands', 'migrations.ts'))).toBe(true);
    expect(env.map(({ name }) => name)).toEqual(['DATABASE_URL', 'DATABASE_PASSWORD_FILE']);
  });
});

it('what a set asks for is there, and what it does not ask for is not', async () => {
  const kinds = Object.fromEntries(
    await Promise.all(SETS.map(async (set) => [set, (await manifestsOf(set)).map(({ kind }) => kind).sort()])),
  );
  expect(kinds.minimal).toEqual([
    'Deployment',
    'Job',
    'NetworkPolicy',
    'NetworkPolicy',
    'PodDisruptionBudget',
    'Service',
    'ServiceAccount',
  ]);
  expect(kinds.production).toEqual([
    ...kinds.minimal.slice(0, 1),
    'HorizontalPodAutoscaler',
    'Ingress',
    'Job',
    'NetworkPolicy',
    'NetworkPolicy',
    'PersistentVolumeClaim',
    'PodDisruptionBudget',
    'Service',
    'Service',
    'ServiceAccount',
    'ServiceMonitor',
  ]);
  expect(kinds['open-network']).toEqual(['Deployment', 'Job', 'Service', 'ServiceAccount']);
  expect(serviceOf(await manifestsOf('production')).spec.replicas).toBeUndefined();
});

it('every schema says of what it was made', () => {
  const folder = join(ROOT, 'deploy', 'schemas');
  const page = readFileSync(join(folder, 'README.md'), 'utf8');
  const modules = readFileSync(join(folder, 'generator', 'go.mod'), 'utf8');
  for (const [, name] of page.matchAll(/`([\w./-]+)` v[\d.]+/g)) expect(modules).toContain(name);
  expect(readdirSync(folder).filter((name) => name.endsWith('.json')).length).toBeGreaterThan(9);
});
