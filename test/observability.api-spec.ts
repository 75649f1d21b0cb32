import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { MetricsPort } from '../src/edges/health/metrics-port.service.js';
import { TestApp } from './support/app/app.js';
import { Client } from './support/app/client.js';
import { type Team, teamOf } from './support/app/registry.js';

const file = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const PAGE = file('docs/observability.md');
const DASHBOARD = JSON.parse(file('deploy/observability/dashboard.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};

interface Alarm {
  alert: string;
  expr: string;
  annotations: { runbook_url: string };
}
const { groups } = parse(file('deploy/observability/alerts.yaml')) as { groups: { rules: Alarm[] }[] };
const ALARMS = groups.flatMap(({ rules }) => rules);

let app: TestApp;
/** Measures what only a service with a replica does. */
let replicated: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start({ env: { METRICS_PORT: '0' } });
  replicated = await TestApp.start({ beside: app, env: { METRICS_PORT: '0', DATABASE_READ_URL: app.databaseUrl } });
  team = await teamOf(app);
});
afterAll(async () => {
  await replicated?.stop();
  await app?.stop();
});

const door = ({ nest }: TestApp = app): string => `http://${nest.get(MetricsPort).address}/metrics`;

async function scrape(): Promise<string> {
  await app.anonymous().get('/me', 401);
  await team.ci.get('/models/none/stages/Production', 404);
  await new Client(replicated.url, team.ci.token).get('/models');
  const answers = await Promise.all([app, replicated].map((each) => fetch(door(each))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  return (await Promise.all(answers.map((answer) => answer.text()))).join('');
}

/** Every metric, each with the names of its labels; buckets aside. */
function measuredIn(text: string): Map<string, Set<string>> {
  const metrics = new Map<string, Set<string>>();
  for (const [, name, labels = ''] of text.matchAll(/^([a-z_0-9]+?)(?:_bucket|_sum|_count)?(?:\{(.*)\})? \S+$/gm)) {
    const known = metrics.get(name!) ?? new Set();
    for (const [, label] of labels.matchAll(/(\w+)="/g)) if (label !== 'le') known.add(label!);
    metrics.set(name!, known);
  }
  return metrics;
}

it('the page lists every metric of the service with its labels, and no other', async () => {
  const rows = PAGE.matchAll(/^\| `([a-z_]+)` +\| ((?:`\w+` *)*) *\|/gm);
  const listed = [...rows].map(([, name, labels]) => [name, [...labels!.matchAll(/\w+/g)].map(String).toSorted()]);
  const own = [...measuredIn(await scrape())].filter(([name]) => !/^(process|nodejs)_/.test(name));
  const actual = own.map(([name, labels]) => [name, [...labels].toSorted()]);
  // Told once a standby was followed, as test/replica.api-spec.ts has one.
  actual.push(['database_replica_lag_seconds', []]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(actual));
});

it('alarms and dashboard speak of metrics, labels and routes that there are', async () => {
  const text = await scrape();
  const metrics = measuredIn(text);
  const queries = [...ALARMS.map(({ expr }) => expr), ...DASHBOARD.panels.flatMap((p) => p.targets.map((t) => t.expr))];
  const unknown = queries.flatMap((query) => {
    const plain = query.replaceAll(/"[^"]*"/g, '""').replaceAll(/\[\w+\]/g, '');
    const labels = [...plain.matchAll(/(\w+)(?:=~|!=|!~|=)""/g), ...plain.matchAll(/by \(([^)]*)\)/g)];
    const named = plain.replaceAll(/\{[^}]*\}|by \([^)]*\)/g, '').matchAll(/\b[a-z_]{2,}[a-z0-9_]*\b(?! *\()/g);
    const names = [...named]
      .map(([name]) => name.replace(/_(bucket|count|sum)$/, ''))
      .filter((name) => !['up', 'or'].includes(name));
    expect(names.length + Number(query.includes('up'))).toBeGreaterThan(0);
    const allowed = new Set(['le', 'job', 'instance', ...names.flatMap((name) => [...(metrics.get(name) ?? [])])]);
    const asked = labels.flatMap(([, list]) => list!.split(/, */));
    return [...names.filter((name) => !metrics.has(name)), ...asked.filter((label) => !allowed.has(label))];
  });
  expect(unknown).toEqual([]);
  for (const [, route] of queries.join('\n').matchAll(/route="([^"]+)"/g)) expect(text).toContain(`route="${route}"`);
});

it('every alarm links to its section of the runbook, which says cause and remedy, and no section is left over', () => {
  const sections = new Map(
    file('docs/runbook.md')
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0]!, section]),
  );
  expect([...sections.keys()]).toEqual(ALARMS.map(({ alert }) => alert));
  for (const section of sections.values()) expect(section).toMatch(/\*\*Cause\.\*\* [^]*\*\*Remedy\.\*\* /);
  for (const { alert, annotations } of ALARMS)
    expect(annotations.runbook_url).toMatch(new RegExp(`/docs/runbook\\.md#${alert.toLowerCase()}$`));
});

it('the port of the metrics answers without a token, tells nothing else and changes nothing', async () => {
  expect((await fetch(door(), { method: 'HEAD' })).status).toBe(200);
  expect((await fetch(door(), { method: 'POST', body: '{}' })).status).toBe(405);
  for (const path of ['/', '/livez', '/api/v1/models', '/metrics/x'])
    expect((await fetch(new URL(path, door()))).status).toBe(404);
  await app.anonymous().get('//metrics', 401);
  expect(new URL(door()).hostname).toBe('127.0.0.1');
});

it('what is decided and what waits is counted, without a name of a model', async () => {
  const model = await team.ci.creates();
  await team.ci.registers(model);
  const before = await scrape();
  await team.ci.promotes(model, 1, 'Staging');
  const refused = await team.ci.send('POST', `/models/${model}/versions/1/transitions`, { toStage: 'Production' });
  expect(refused.status).toBe(422);
  const text = await scrape();
  const valueOf = (from: string, metric: string): number =>
    Number(
      from
        .split('\n')
        .find((line) => line.startsWith(`${metric} `))
        ?.split(' ')[1] ?? 0,
    );
  for (const metric of [
    'transitions_total{kind="promote",outcome="applied"}',
    'transitions_total{kind="promote",outcome="refused"}',
  ])
    expect(valueOf(text, metric)).toBe(valueOf(before, metric) + 1);
  expect(text).not.toContain(model);
  expect(text).toMatch(/^stagegate_build_info\{version="\d+\.\d+\.\d+"\} 1$/m);
});
