/** What a header such as Accept or Accept-Encoding takes, each with its quality from 0 to 1 (RFC 9110 §12.4.2). */
function qualitiesOf(header: string): Map<string, number> {
  const qualities = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.map((parameter) => /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameter)?.[1]);
    if (name !== '') qualities.set(name, Number(quality.find((found) => found !== undefined) ?? 1));
  }
  return qualities;
}

/** How much a caller wants a media type that it names, itself or as a range other than any type. */
function wish(qualities: ReadonlyMap<string, number>, type: string): number {
  return qualities.get(type) ?? qualities.get(`${type.split('/', 1)[0]}/*`) ?? 0;
}

/** Browsers name HTML; what names neither, as programs often do, gets what is meant for `others`. */
export function wantsHtml(accept: string | undefined, others: boolean): boolean {
  const qualities = qualitiesOf(accept ?? '');
  const [html, json] = [wish(qualities, 'text/html'), wish(qualities, 'application/json')];
  return html === 0 && json === 0 ? others : html >= json && html > 0;
}

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The encoding that the caller likes best, of equals the smaller; null leaves the bytes as they are. */
export function preferredEncoding(accepted: string | undefined): Encoding | null {
  const qualities = qualitiesOf(accepted ?? '');
  const wishes = ENCODINGS.map((name) => ({ name, quality: qualities.get(name) ?? qualities.get('*') ?? 0 }));
  const plain = qualities.get('identity') ?? 0;
  const best = wishes.reduce((one, other) => (other.quality > one.quality ? other : one));
  return best.quality > 0 && best.quality >= plain ? best.name : null;
}
