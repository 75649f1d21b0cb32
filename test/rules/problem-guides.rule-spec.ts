import { readFileSync } from 'node:fs';
import '../../src/app.js';
import { SETTINGS } from '../../src/platform/config/settings.js';
import { problemKinds } from '../../src/platform/http/problem.js';
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

/** Paths of the API document, with anything for their parameters. */
const { paths } = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, unknown>;
};
const PATTERNS = Object.keys(paths).map((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`));

it('paths that the pages name are there', () => {
  const texts = Object.values(PROBLEM_GUIDES).flatMap(({ cause, remedy, instance }) => [cause, remedy, instance]);
  const named = texts.flatMap((text) => text.match(/\/api\/v1\/[\w/{}-]*\w\}?/g) ?? []);
  expect(named.filter((path) => !PATTERNS.some((pattern) => pattern.test(path)))).toEqual([]);
});

it('settings that the pages name are there', () => {
  const texts = Object.values(PROBLEM_GUIDES).flatMap(({ cause, remedy }) => [cause, remedy]);
  const named = texts.flatMap(
    (text) => text.match(/\b(?:STAGEGATE|DATABASE|RATE_LIMIT|REQUEST|BODY)_[A-Z_]+\b/g) ?? [],
  );
  expect(named.filter((name) => !(SETTINGS as readonly string[]).includes(name))).toEqual([]);
});
