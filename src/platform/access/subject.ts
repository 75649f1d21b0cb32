/**
 * What looks like nothing, or like something else, in a name: controls, format characters, separators of lines, letters and
 * marks that nothing is drawn for, such as fillers and variation selectors, and the blank of Braille.
 */
const ALL_UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const UNSEEN = new RegExp(ALL_UNSEEN.source, 'u');
const OUTER_BLANKS = /^\p{Z}|\p{Z}$/u;
const LATIN = /\p{Script=Latin}/u;
/** Scripts with letters that look like Latin ones. */
const LOOKALIKES = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
/** Names under which the service itself acts. */
const RESERVED: ReadonlySet<string> = new Set(['stagegate']);

/**
 * The person behind a subject: who differs only in case, width, composition, outer blanks or unseen characters is one.
 * Whatever asks whether two subjects are independent compares this.
 */
export function personOf(subject: string): string {
  const seen = subject.normalize('NFKC').replaceAll(ALL_UNSEEN, '').trim();
  // Upper case first: it joins what lower case keeps apart, such as ß and ss.
  return seen.toUpperCase().toLowerCase().normalize('NFKC');
}

export function isSamePerson(one: string, other: string): boolean {
  return personOf(one) === personOf(other);
}

/** A subject as a token may carry it: composed, in compatible characters. */
export function normalSubject(subject: string): string {
  return subject.normalize('NFKC');
}

/** Why no token is issued to a subject, which is in its normal form; null for one that may have it. */
export function subjectFault(subject: string): string | null {
  if (UNSEEN.test(subject)) return 'a subject holds no control, format or unseen characters';
  if (subject.trim() === '') return 'a subject is more than blanks';
  if (OUTER_BLANKS.test(subject)) return 'a subject neither begins nor ends with a blank';
  if (mixesScripts(subject)) return 'a word of a subject mixes no letters that look alike, such as Latin and Cyrillic';
  return RESERVED.has(personOf(subject)) ? 'the service itself acts under this name' : null;
}

/** Whether a word takes letters of Latin and of a script that has letters of the same looks. */
export function mixesScripts(text: string): boolean {
  return text.split(/[^\p{L}\p{M}]+/u).some((word) => LATIN.test(word) && LOOKALIKES.test(word));
}
