import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..', 'src');

/** Operations that no command calls, each with why; the list only shrinks. */
const WITHOUT: Record<string, string> = {
  getCheckpointKeys: 'a file that curl reads without a token, once',
  proveConsistency: 'the verifier shows the same by an export',
  proveInclusion: 'asked for by who wrote down the sequence of one event; docs/audit-proofs.md has the call',
  getVerificationProgress: 'audit verify waits for its answer',
  startVerification: 'for a page that comes back later',
  getVerification: 'the same',
  getConsoleSettings: 'what the console asks',
  getConsoleLinks: 'the same',
  getEventTypes: 'schemas, for programs',
  getEventType: 'the same',
  streamEvents: 'events --follow polls the feed',
  loadExample: 'what the console asks',
  getFreezeCalendar: 'what the console draws; freeze list --at says what holds',
  checkDefaultGatePolicy: 'policy apply --dry-run checks',
  checkGatePolicy: 'the same',
  importModel: 'import moves models version by version',
  listAuditSegments: 'whoever has the files of the archive verifies them; the guide for auditors has the call',
  listTenures: 'tenures reads the history of the model, which tells the same',
  getVersionCard: 'a page, which open shows',
  getVersionCurves: 'a picture',
  submitPredictions: 'a file in parts, which evaluate sends by itself',
  evaluateRun: 'the console offers the runs there are',
  evaluateStoredPredictions: 'the console offers the files there are',
  listProductions: 'models lists what is in Production',
  getReview: 'review list tells all of it',
  getRole: 'role list tells all of it',
  getTrustRule: 'trust-rule list tells all of it',
  searchRegistry: 'what the console asks',
  startSession: 'for browsers',
  endCurrentSession: 'for browsers; session end ends any other',
  exchangeToken: 'the action and the template of CI do it',
  countAwaiting: 'what the console asks',
  getTransitionStanding: 'refusals name all that stands in the way, and who clears it',
  getLiveness: 'for probes',
  getMetrics: 'for Prometheus',
  getReadiness: 'for probes',
};

it('every operation has a command, or a reason to have none', () => {
  const { paths } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'openapi', 'openapi.json'), 'utf8'),
  ) as { paths: Record<string, Record<string, { operationId?: string }>> };
  const operations = Object.entries(paths)
    .filter(([path]) => !path.includes('/mlflow/'))
    .flatMap(([, methods]) => Object.values(methods).flatMap(({ operationId }) => operationId ?? []));
  const text = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
    .join('\n');
  const without = operations.filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
  expect(without.sort()).toEqual(Object.keys(WITHOUT).sort());
});
