import { preferredEncoding, wantsHtml } from './negotiation.js';

it.each([
  ['text/html', true],
  ['TEXT/HTML;level=1', true],
  ['text/*', true],
  ['text/html;q=0, application/json;q=0.1', false],
  ['application/*, text/html;q=0.9', false],
  ['application/json', false],
])('Accept: %s wants HTML: %s', (accept, isHtml) => {
  expect(wantsHtml(accept, !isHtml)).toBe(isHtml);
});

it.each([undefined, '', '*/*', 'image/png', ',,;q=1'])('Accept: %s leaves it to others', (accept) => {
  expect([wantsHtml(accept, true), wantsHtml(accept, false)]).toEqual([true, false]);
});

it.each([
  ['gzip, br', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0.2, gzip;q=0.3', 'gzip'],
  ['br;q=0, *;q=0.1', 'gzip'],
  ['zstd, deflate', null],
  ['identity;q=1, br;q=0.9', null],
  ['identity;q=0, gzip;q=0.001', 'gzip'],
  ['br;q=2', 'br'],
  [undefined, null],
])('Accept-Encoding: %s takes %s', (accepted, encoding) => {
  expect(preferredEncoding(accepted)).toBe(encoding);
});
