import { TestApp, TEST_SECRET } from './support/app/app.js';
import { OtlpReceiver, type ReceivedSpan } from './support/app/otlp-receiver.js';
import { Receiver } from './support/app/receiver.js';
import { ACCURACY_POLICY, type Team, teamOf, uniqueName } from './support/app/registry.js';
import { until } from './support/limits.js';
import { ServiceProcess } from './support/processes/service-process.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';

let app: TestApp;
let team: Team;
let model: string;
let collector: OtlpReceiver;
let hook: Receiver;

beforeAll(async () => {
  [collector, hook] = [await OtlpReceiver.start(), await Receiver.start()];
  app = await TestApp.start();
  team = await teamOf(app);
  model = uniqueName('traced');
  await team.ci.creates(model);
  await team.ci.registers(model);
  await team.ci.evaluates(model, 1, { accuracy: 0.9 });
  await team.root.setsPolicy(model, { ...ACCURACY_POLICY, approvals: { slots: [] } });
  // Only the processes under test tell webhooks; the database stays.
  await app.nest.close();
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([collector?.stop(), hook?.stop()]);
});

function start(env: Record<string, string>): Promise<ServiceProcess> {
  return ServiceProcess.start({
    DATABASE_URL: app.databaseUrl,
    STAGEGATE_JWT_SECRET: TEST_SECRET,
    STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
    ...env,
  });
}

async function post(service: ServiceProcess, token: string | null, path: string, body: object): Promise<Response> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    traceparent: `00-${TRACE}-${CALLER}-01`,
  };
  return fetch(`${service.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const named = (name: string): ReceivedSpan[] =>
  collector.spans.filter((span) => span.traceId === TRACE && span.name === name);

it('a promotion is one trace from its caller through judgement, statements and writing to the webhook', async () => {
  const service = await start({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  const made = await post(service, team.root.token, '/webhooks', { url: hook.url, types: ['*'], model });
  expect(made.status).toBe(201);
  const answer = await post(service, team.ci.token, `/models/${model}/versions/1/transitions`, { toStage: 'Staging' });
  expect(answer.status).toBe(201);
  const requestId = answer.headers.get('x-request-id')!;
  await until('the webhook is told', () => hook.received.some(({ body }) => body.data.requestId === requestId));
  await until('the spans are sent', () => named('deliver').length > 0 && named('write').length > 0);
  await service.end();

  const request = named('POST /api/v1/models/:model/versions/:version/transitions')[0]!;
  expect(request.parentSpanId).toBe(CALLER);
  expect(requestId).toBe(`00-${TRACE}-${request.spanId}-01`);
  expect(request.attributes).toMatchObject({ 'http.response.status_code': 201, 'stagegate.model': model });
  const decide = named('decide')[0]!;
  expect(decide.parentSpanId).toBe(request.spanId);
  expect(decide.attributes).toMatchObject({ 'stagegate.model': model, 'stagegate.outcome': 'applied' });
  expect(named('judge')[0]).toMatchObject({
    parentSpanId: decide.spanId,
    attributes: { 'stagegate.model': model, 'stagegate.verdict': 'PASS' },
  });
  expect(named('INSERT').some(({ parentSpanId }) => parentSpanId === decide.spanId)).toBe(true);
  const delivery = hook.received.find(({ body }) => body.data.requestId === requestId)!;
  const sent = named('deliver').find(({ spanId }) => delivery.headers.traceparent === `00-${TRACE}-${spanId}-01`);
  expect(sent!.parentSpanId).toBe(request.spanId);

  expect(collector.resource).toMatchObject({ 'service.name': 'stagegate', 'deployment.environment.name': 'test' });
  expect([...collector.metrics.keys()]).toEqual(
    expect.arrayContaining(['transitions_total', 'http_request_duration_seconds', 'approvals_waiting']),
  );
  const line = collector.logs.find(({ body, traceId }) => traceId === TRACE && /^POST answered/.test(body.stringValue));
  expect(line).toMatchObject({ severityText: 'info' });
});

it('without a variable of OpenTelemetry nothing is sent, and the trace of the caller reaches the webhook all the same', async () => {
  const [spans, logs] = [collector.spans.length, collector.logs.length];
  const service = await start({ OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const answer = await post(service, team.ci.token, `/models/${model}/versions`, { artifactUri: 's3://b/2' });
  expect(answer.status).toBe(201);
  const requestId = answer.headers.get('x-request-id')!;
  expect(requestId).toMatch(new RegExp(`^00-${TRACE}-${CALLER}-01\\.[0-9a-f]{8}$`));
  await until('the webhook is told', () => hook.received.some(({ body }) => body.data.requestId === requestId));
  const { headers } = hook.received.find(({ body }) => body.data.requestId === requestId)!;
  expect(headers.traceparent).toBe(`00-${TRACE}-${CALLER}-01`);
  await service.end();
  expect([collector.spans.length, collector.logs.length]).toEqual([spans, logs]);
});
