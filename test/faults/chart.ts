import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const CHART = join(import.meta.dirname, '..', '..', 'deploy', 'helm', 'stagegate');
const read = (file: string): string => readFileSync(join(CHART, file), 'utf8');

/** How the Helm chart has a pod watched and ended. */
export interface PodManners {
  drainSeconds: number;
  shutdownSeconds: number;
  /** Between SIGTERM and SIGKILL. */
  graceSeconds: number;
  /** Of the readiness probe, and after how many that failed nothing is sent to the pod any more. */
  periodSeconds: number;
  failureThreshold: number;
}

/** What the chart says unless told otherwise; it has no `preStop`, because the service drains by itself. */
export function podManners(): PodManners {
  const { drainSeconds, shutdownSeconds } = parse(read('values.yaml')) as PodManners;
  const deployment = read('templates/deployment.yaml');
  const numberAfter = (pattern: RegExp): number => {
    const found = pattern.exec(deployment)?.[1];
    if (found === undefined) throw new Error(`The chart no longer says ${pattern.source}.`);
    return Number(found);
  };
  if (/preStop/.test(deployment)) throw new Error('The chart has a preStop hook, which is not done here.');
  const rest = numberAfter(
    /terminationGracePeriodSeconds: \{\{ add \.Values\.drainSeconds \.Values\.shutdownSeconds (\d+) /,
  );
  return {
    drainSeconds,
    shutdownSeconds,
    graceSeconds: drainSeconds + shutdownSeconds + rest,
    periodSeconds: numberAfter(/readinessProbe:[^]*?periodSeconds: (\d+)/),
    failureThreshold: numberAfter(/readinessProbe:[^]*?failureThreshold: (\d+)/),
  };
}
