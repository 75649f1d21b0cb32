import { wantsHtml } from './negotiation.js';

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
