import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ALARM_CASES, type AlarmCase, type Series } from './alarm-cases.js';
import { promtool } from './debian-tools.js';
import { ROOT, tell } from '../support/processes/tell.js';

const RULES = join(ROOT, 'deploy', 'observability', 'alerts.yaml');
const CALM_FOR_MINUTES = 90;

interface Rule {
  alert: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}
const { groups } = parse(readFileSync(RULES, 'utf8')) as { groups: { rules: Rule[] }[] };
const ALARMS = new Map(groups.flatMap(({ rules }) => rules).map((rule) => [rule.alert, rule]));

const folder = mkdtempSync(join(tmpdir(), 'stagegate-alarms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const minutes = (count: number): string => `${Math.round(count * 60)}s`;

/** What promtool has to see of an alarm at a time: once with these labels, or not at all. */
function seen({ alarm, labels = {} }: AlarmCase, time: number, isHeard: boolean): object {
  const { labels: own, annotations } = ALARMS.get(alarm)!;
  const filled = Object.entries(annotations).map(([name, text]) => [
    name,
    text.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => labels[label] ?? ''),
  ]);
  const heard = { exp_labels: { ...own, ...labels }, exp_annotations: Object.fromEntries(filled) as object };
  return { eval_time: minutes(time), alertname: alarm, exp_alerts: isHeard ? [heard] : [] };
}

function underSeries(name: string, series: Series, alert_rule_test: object[]): object {
  const input_series = Object.entries(series).map(([key, values]) => ({ series: key, values }));
  return { name, interval: '30s', input_series, alert_rule_test };
}

async function judge(tests: object[]): Promise<{ code: number; output: string }> {
  const file = join(folder, 'tests.yaml');
  writeFileSync(file, stringify({ rule_files: [RULES], evaluation_interval: '30s', tests }));
  return tell(await promtool(), ['test', 'rules', file]);
}

it('the rules are rules, and each of them is tried', async () => {
  expect(await tell(await promtool(), ['check', 'rules', RULES])).toMatchObject({ code: 0 });
  expect(new Set(ALARM_CASES.map(({ alarm }) => alarm))).toEqual(new Set(ALARMS.keys()));
});

it.each(ALARM_CASES)('$alarm is heard in its trouble, in time, and never without', async (alarmCase) => {
  const { alarm, trouble, quietAt, heardAt, calm } = alarmCase;
  const always = Array.from({ length: 2 * CALM_FOR_MINUTES }, (_, half) => seen(alarmCase, half / 2, false));
  const tests = [
    underSeries(`${alarm} in trouble`, trouble, [seen(alarmCase, quietAt, false), seen(alarmCase, heardAt, true)]),
    underSeries(`${alarm} in calm`, calm, always),
  ];
  expect(await judge(tests)).toEqual({ code: 0, output: expect.stringContaining('SUCCESS') });
});

it('a rule that never fires, and one that always does, would be noticed', async () => {
  const [first] = ALARM_CASES;
  const { trouble, heardAt } = first!;
  expect((await judge([underSeries('deaf', trouble, [seen(first!, heardAt, false)])])).code).toBe(1);
  expect((await judge([underSeries('loud', trouble, [seen(first!, 0, true)])])).code).toBe(1);
});
