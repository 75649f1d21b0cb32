import { checkAnswer } from '../support/app/contract.js';

const ME = {
  subject: 'anna',
  roles: ['viewer'],
  approvalRoles: [],
  displayName: null,
  groups: [],
  serviceAccount: false,
  permissions: ['registry:read'],
  tokenId: null,
  expiresAt: null,
  session: null,
};

const LINKED = { 'content-type': 'application/json', link: '</next>; rel="next"' };

function answer(status: number, body: unknown, mediaType = 'application/json') {
  return () => checkAnswer('GET', '/api/v1/me', { status, body, headers: new Headers({ 'content-type': mediaType }) });
}

it('an answer as documented passes', () => {
  expect(answer(200, ME)).not.toThrow();
});

it('the contract check notices a header that is not documented', () => {
  const check = () => checkAnswer('GET', '/api/v1/me', { status: 200, body: ME, headers: new Headers(LINKED) });
  expect(check).toThrow('has the headers Link');
});

it.each([
  ['a status', answer(418, ME), 'is not documented'],
  ['a field', answer(200, { ...ME, password: 'x' }), 'must NOT have additional properties'],
  ['a missing field', answer(200, { ...ME, subject: undefined }), "must have required property 'subject'"],
  ['a type', answer(200, { ...ME, roles: 'viewer' }), 'must be array'],
  ['a value', answer(200, { ...ME, permissions: ['fly'] }), 'must be equal to one of the allowed values'],
  ['a time', answer(200, { ...ME, expiresAt: 'soon' }), 'must match format'],
  ['a media type', answer(200, ME, 'text/html'), 'media type'],
  ['a code', answer(401, { code: 'TEAPOT' }, 'application/problem+json'), 'has the code TEAPOT'],
  ['an error that is no problem', answer(401, { message: 'no' }, 'application/problem+json'), 'must have required'],
])('the contract check notices %s that is not documented', (_name, check, message) => {
  expect(check).toThrow(message);
});

const refusal = (detail: string) => {
  const problem = { type: 'about:blank', title: 'No', status: 401, detail, instance: '/', code: 'UNAUTHENTICATED' };
  return answer(401, { ...problem, requestId: 'r' }, 'application/problem+json');
};

it.each([
  'There is no such role..',
  'There is  no such role.',
  'There is no undefined.',
  'There is no [object Object].',
  'There is no such role,.',
])('the contract check notices a problem that says: %s', (detail) => {
  expect(refusal(detail)).toThrow('does not read as a sentence');
});

it.each(["There is no role 'a..  b'.", 'Up to ... and more.', 'See ../x.'])(
  'the contract check lets a problem say: %s',
  (detail) => {
    expect(refusal(detail)).not.toThrow('does not read as a sentence');
  },
);
