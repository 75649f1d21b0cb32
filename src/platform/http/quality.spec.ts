import { preferredCoding, preferredType } from './quality.js';

const TYPES = ['application/json', 'text/markdown'] as const;

it.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['text/markdown', 'text/markdown'],
  ['TEXT/Markdown', 'text/markdown'],
  ['text/*', 'text/markdown'],
  ['text/markdown;charset=utf-8', 'text/markdown'],
  ['text/markdown, application/json', 'application/json'],
  ['application/json;q=0.1, text/markdown', 'text/markdown'],
  ['application/json ; Q=0.1 , text/markdown;q=0.2', 'text/markdown'],
  ['text/markdown;q=0.5, application/json;q=0.4', 'text/markdown'],
  ['text/markdown, */*', 'text/markdown'],
  ['text/markdown, */*;q=0.8', 'text/markdown'],
  ['text/html, */*;q=0.1', 'application/json'],
  ['application/json;q=0, */*', 'text/markdown'],
  ['text/*;q=0.9, text/markdown;q=0, application/json;q=0.1', 'application/json'],
  ['text/markdown;q=2', 'application/json'],
  ['application/xml', null],
  ['image/*, text/html', null],
  ['application/json;q=0', null],
  ['*/*;q=0', null],
])('of Accept: %s comes %s', (header, expected) => {
  expect(preferredType(header, TYPES)).toBe(expected);
});

const CODINGS = ['zstd', 'br', 'gzip'] as const;

it.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['deflate', null],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate, br, zstd', 'zstd'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, *', 'zstd'],
  ['*;q=0', null],
  ['gzip;q=0', null],
  ['identity, gzip;q=0.5', null],
  ['identity;q=0.5, gzip', 'gzip'],
])('of Accept-Encoding: %s comes %s', (header, expected) => {
  expect(preferredCoding(header, CODINGS)).toBe(expected);
});
