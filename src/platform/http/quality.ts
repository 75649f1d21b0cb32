import { type IncomingHttpHeaders } from 'node:http';

/** What a caller would take, and how gladly: 1 unless said otherwise, 0 for not at all. */
export interface Preference {
  /** In small letters, without parameters. */
  value: string;
  quality: number;
}

const QUALITY = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** Reads a header such as Accept or Accept-Encoding (RFC 9110 §12.4.2); what is not of its form is left out. */
export function readPreferences(header: string): Preference[] {
  return header.split(',').flatMap((item) => {
    const [value = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '') ?? '1';
    return value !== '' && QUALITY.test(weight) ? [{ value, quality: Number(weight) }] : [];
  });
}

/** Of the media types on offer, best first, the one that a caller prefers by its Accept header, or null when it takes none (§12.5.1). */
export function preferredType<Type extends string>(header: string | undefined, offered: readonly Type[]): Type | null {
  const ranges = readPreferences(header ?? '');
  if (ranges.length === 0) return offered[0] ?? null;
  const judged = offered.map((type) => ({ type, ...judge(type, ranges) }));
  const [best] = judged.sort((a, b) => b.quality - a.quality || b.closeness - a.closeness);
  return best && best.quality > 0 ? best.type : null;
}

/** The most specific range that a type is in decides on it. */
function judge(type: string, ranges: readonly Preference[]): { quality: number; closeness: number } {
  const forms = ['*/*', type.replace(/\/.*/, '/*'), type];
  const found = ranges
    .map(({ value, quality }) => ({ quality, closeness: forms.indexOf(value) }))
    .filter(({ closeness }) => closeness >= 0)
    .sort((a, b) => b.closeness - a.closeness || b.quality - a.quality);
  return found[0] ?? { quality: 0, closeness: -1 };
}

/** Of the codings on offer, best first, the one that a caller prefers by its Accept-Encoding header to the plain bytes, or null (§12.5.3). */
export function preferredCoding<Coding extends string>(
  header: string | undefined,
  offered: readonly Coding[],
): Coding | null {
  const wanted = readPreferences(header ?? '');
  const qualityOf = (coding: string): number | undefined => wanted.find(({ value }) => value === coding)?.quality;
  const any = qualityOf('*') ?? 0;
  const judged = offered.map((coding) => ({ coding, quality: qualityOf(coding) ?? any }));
  const [best] = judged.sort((a, b) => b.quality - a.quality);
  return best && best.quality > 0 && best.quality >= (qualityOf('identity') ?? 0) ? best.coding : null;
}

/** The Accept-Encoding header of a request, in one text however often it was sent. */
export function acceptedCodings({ headers }: { headers: IncomingHttpHeaders }): string | undefined {
  const accepted = headers['accept-encoding'];
  return Array.isArray(accepted) ? accepted.join() : accepted;
}
