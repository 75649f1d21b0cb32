/** A digest so short that two are told apart by the eye: `sha256:0424…377f`. */
export function shortDigest(digest: string): string {
  const [algorithm, hex] = digest.split(':', 2);
  return hex === undefined || hex.length <= 8 ? digest : `${algorithm}:${hex.slice(0, 4)}…${hex.slice(-4)}`;
}

/** A commit by its first seven characters. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}

/** Characters that nobody sees, or that turn the text around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text that somebody stored, with what could deceive shown as its code point. */
export function visibleText(text: string): string {
  return text.replace(
    UNSEEN,
    (character) => `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`,
  );
}

/** A slice as people say it: `sex Female · race Black`; the whole data is "all rows". */
export function formatSlice(slice: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(slice).map(([feature, value]) => `${feature} ${formatSliceValue(value)}`);
  return parts.length === 0 ? 'all rows' : visibleText(parts.join(' · '));
}

/** Values by which the service calls rows without a value, and all small slices of a feature together. */
const [MISSING, SMALL] = ['__null__', '__small__'];

/** A value of a feature; what is missing, empty or several together is said. */
export function formatSliceValue(value: unknown): string {
  if (value === null || value === MISSING) return '(missing)';
  if (value === SMALL) return '(small ones, pooled)';
  if (value === '') return '(empty)';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A link's target when it is safe to follow: http, https or mailto; null for anything else. */
export function safeUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  return /^(https?|mailto):$/.test(new URL(text).protocol) ? text : null;
}

/** A place elsewhere by its template, such as `https://git.example/{gitCommit}`. */
export function linkFor(template: string | null | undefined, word: string, value: string): string | null {
  return template ? safeUrl(template.replaceAll(`{${word}}`, encodeURIComponent(value))) : null;
}

/** What stands between commas. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
