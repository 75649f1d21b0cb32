import { DOCUMENT } from '../support/app/contract.js';

/** Lists that no replica answers, and why. */
const FRESH: Record<string, string> = {
  listEvents: 'A feed without gaps, whose end only the primary knows.',
  listProblems: 'It reads no database.',
  listProductions: 'Serving systems go by it.',
  listRoleBindings: 'It is about rights.',
  listRoles: 'It is about rights.',
  listSessions: 'It is about rights.',
  listTokens: 'It is about rights.',
  listTrustRules: 'It is about rights.',
};

const operations = Object.values(DOCUMENT.paths).flatMap((methods) => Object.entries(methods));
const marked = operations.filter(([, operation]) => (operation as { 'x-may-lag'?: boolean })['x-may-lag']);

it('a list may lag, or it is said why not', () => {
  const lists = operations.map(([, { operationId }]) => operationId).filter((id) => /^(list|search)[A-Z]/.test(id));
  const mayLag = marked.map(([, { operationId }]) => operationId);
  expect(lists.length).toBeGreaterThan(20);
  expect(lists.filter((id) => !mayLag.includes(id) && !(id in FRESH))).toEqual([]);
  expect(Object.keys(FRESH).filter((id) => mayLag.includes(id))).toEqual([]);
});

it('what may lag changes nothing, and has the header that says so', () => {
  for (const [method, { operationId, responses }] of marked) {
    expect([operationId, Object.keys(responses['200']!.headers!)]).toEqual([
      operationId,
      expect.arrayContaining(['Stagegate-Read-Replica-Lag']),
    ]);
    expect([operationId, method]).toEqual([operationId, operationId === 'backTestGatePolicy' ? 'post' : 'get']);
  }
});
