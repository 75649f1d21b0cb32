import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ROOT, tell, type Told } from '../support/processes/tell.js';
import { goTool } from './go-tools.js';

export const CHART = join(ROOT, 'deploy', 'helm', 'stagegate');
export const VALUES = join(ROOT, 'deploy', 'helm', 'values');
export const SCHEMAS = join(ROOT, 'deploy', 'schemas', '{{ .ResourceKind }}.json');
export const SETS = readdirSync(VALUES).map((name) => name.replace('.yaml', ''));
export const MINIMAL = join(VALUES, 'minimal.yaml');

export interface Source {
  secret: { name: string; items: { key: string; path: string }[] };
}
export interface Probe {
  periodSeconds: number;
  failureThreshold: number;
  httpGet: { path: string; port: string };
}
export interface Container {
  name: string;
  command?: string[];
  ports?: { name: string }[];
  env: { name: string; value?: string; valueFrom?: unknown }[];
  securityContext: object;
  resources: { requests: object; limits: { memory: string } };
  readinessProbe: Probe;
}
export interface PodSpec {
  containers: Container[];
  volumes: { name: string; projected?: { sources: Source[] } }[];
  terminationGracePeriodSeconds: number;
}
export interface Manifest {
  kind: string;
  metadata: { name: string; labels: Record<string, string>; annotations?: Record<string, string> };
  spec: {
    template?: { metadata: { labels: Record<string, string> }; spec: PodSpec };
    selector?: { matchLabels?: Record<string, string> };
    podSelector?: { matchLabels: Record<string, string> };
    [field: string]: unknown;
  };
}

/** The chart with further values, as YAML, after those of the files. */
export async function renderWith(values: string, ...args: string[]): Promise<Told> {
  const release = ['template', 'registry', CHART, '--namespace', 'models', '--kube-version', '1.34.0'];
  return tell(await goTool('helm'), [...release, ...args, '--values', '-'], values);
}

export const render = (...args: string[]): Promise<Told> => renderWith('', ...args);

export async function manifestsOf(set: string): Promise<Manifest[]> {
  const { output } = await render('--values', join(VALUES, `${set}.yaml`));
  const documents = parseAllDocuments(output).map((document) => document.toJS() as Manifest | null);
  return documents.filter((manifest) => manifest !== null);
}

export async function conform(text: string): Promise<Told> {
  const args = ['-strict', '-summary', '-schema-location', SCHEMAS, '-'];
  return tell(await goTool('kubeconform'), args, text);
}

export const podsOf = (manifests: Manifest[]): Manifest[] =>
  manifests.filter(({ spec }) => spec?.template !== undefined);
export const containersOf = (manifests: Manifest[]): Container[] =>
  podsOf(manifests).flatMap(({ spec }) => spec.template!.spec.containers);
export const serviceOf = (manifests: Manifest[]): Manifest => manifests.find(({ kind }) => kind === 'Deployment')!;
export const jobOf = (manifests: Manifest[]): Manifest | undefined => manifests.find(({ kind }) => kind === 'Job');

export function secretsOf({ spec }: Manifest): string[] {
  const sources = spec.template!.spec.volumes.flatMap(({ projected }) => projected?.sources ?? []);
  return sources.flatMap(({ secret }) => secret.items.map(({ key }) => `${secret.name}/${key}`)).sort();
}

export function picks(selector: Record<string, string>, labels: Record<string, string>): boolean {
  return Object.entries(selector).every(([name, value]) => labels[name] === value);
}
