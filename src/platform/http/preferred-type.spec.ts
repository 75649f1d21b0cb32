import { preferredType } from './preferred-type.js';

it.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['*/*', 'application/json'],
  ['text/html', 'text/html'],
  ['text/markdown', 'text/markdown'],
  ['text/*', 'text/markdown'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  ['text/html;q=0.5, application/json;q=0.4', 'text/html'],
  ['text/html;q=0, */*', 'application/json'],
  ['application/json, text/html', 'application/json'],
  ['TEXT/HTML ; Q=1', 'text/html'],
  ['image/png', 'application/json'],
  ['text/html;q=x', 'application/json'],
])('%s prefers %s', (accept, type) => {
  expect(preferredType(accept, ['application/json', 'text/markdown', 'text/html'])).toBe(type);
});
