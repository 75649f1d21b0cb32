import '../../src/app.module.js';
import { problemKinds } from '../../src/platform/http/problem.js';
import '../../src/platform/http/problem.filter.js';
import '../../src/platform/http/routes.js';
import { PROBLEM_GUIDES } from '../../src/edges/docs/problem-guides.js';

const CODES = [...problemKinds().keys()].sort();
const SENTENCES = /^[A-Z][^]{20,}\.$/;

it('every code has a page with cause and remedy, and no page is of another', () => {
  expect(Object.keys(PROBLEM_GUIDES).sort()).toEqual(CODES);
});

it.each(CODES)('the page of %s tells in whole sentences why, what to do, and what it looks like', (code) => {
  const { title } = problemKinds().get(code)!;
  const { cause, remedy, detail, instance, related } = PROBLEM_GUIDES[code]!;
  expect(cause).toMatch(SENTENCES);
  expect(remedy).toMatch(SENTENCES);
  expect(new Set([`${title}.`, cause, remedy]).size).toBe(3);
  expect(detail).toMatch(/^\S[^]+[.)]$/);
  expect(instance).toMatch(/^\//);
  expect(related.filter((other) => other === code || !CODES.includes(other))).toEqual([]);
});
