import { isSamePerson, normalSubject, subjectFault } from './subject.js';

describe('one person', () => {
  it.each([
    ['in another case', 'bob', 'Bob'],
    ['with a blank after it', 'bob', 'bob '],
    ['with an ideographic space before it', 'bob', '\u3000bob'],
    ['with a zero-width space in it', 'bob', 'b\u200bob'],
    ['with a mark of direction', 'bob', '\u202ebob'],
    ['with a grapheme joiner in it', 'bob', 'b\u034fob'],
    ['with a Hangul filler after it', 'bob', 'bob\u3164'],
    ['with a variation selector', 'bob', 'bob\ufe0f'],
    ['with a Braille blank', 'bob', 'bob\u2800'],
    ['in full width', 'bob', 'ｂｏｂ'],
    ['with a composed accent', 'andr\u00e9', 'andre\u0301'],
    ['with a sharp s', 'Strauß', 'STRAUSS'],
    ['with a ligature', 'ﬁona', 'fiona'],
  ])('%s', (_, one, other) => expect(isSamePerson(one, other)).toBe(true));

  it.each([
    ['bob', 'rob'],
    ['ci-1', 'ci-2'],
    ['company:anna', 'anna'],
  ])('is neither %s nor %s for the other', (one, other) => expect(isSamePerson(one, other)).toBe(false));
});

it.each([
  'anna',
  'Анна',
  'Анна (QA)',
  'ci@build.example',
  'company:anna',
  'Jürgen Groß',
  'repo:acme/models:ref:refs/heads/main',
  '李雷',
  'λ-team',
])('%s may have a token', (subject) => expect(subjectFault(normalSubject(subject))).toBeNull());

it.each([
  ['a line break', 'a\nb'],
  ['an escape sequence', '\u001b[31m'],
  ['a mark of direction', '\u202eanna'],
  ['a zero-width space alone', '\u200b'],
  ['a grapheme joiner', 'an\u034fna'],
  ['a Hangul filler alone', '\u3164'],
  ['a variation selector', 'anna\ufe0f'],
  ['a Braille blank', 'anna\u2800'],
  ['blanks alone', '  '],
  ['a blank before it', ' anna'],
  ['a no-break space after it', 'anna\u00a0'],
  ['a Cyrillic letter among Latin ones', 'аnna'],
  ['the name of the service', 'stagegate'],
  ['the name of the service in another case and width', 'ＳtageGate'],
])('%s gets no token', (_, subject) => expect(subjectFault(normalSubject(subject))).not.toBeNull());
