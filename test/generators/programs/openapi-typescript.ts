import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

const client = createClient<paths>({ baseUrl: 'https://registry.example' });

const rules: components['schemas']['GateRule'][] = [
  { metric: 'accuracy', min: 0.8 },
  { kind: 'freshness', maxAgeDays: 30 },
];

export async function promote(model: string, version: number): Promise<string> {
  const path = { model, version };
  await client.PUT('/api/v1/models/{model}/gate-policy', { params: { path }, body: { rules } });
  const { data, error } = await client.POST('/api/v1/models/{model}/versions/{version}/transitions', {
    params: { path },
    body: { toStage: 'Production' },
  });
  if (error !== undefined) return error.code;
  return data.status;
}
