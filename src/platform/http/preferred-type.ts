interface Wish {
  type: string;
  quality: number;
}

/** Of the media types on offer the one that an `Accept` header prefers (RFC 9110); the first where it says nothing, or nothing fits. */
export function preferredType(accept: string | undefined, offered: readonly [string, ...string[]]): string {
  const wishes = (accept ?? '').split(',').map(toWish);
  const rated = offered.map((type) => ({ type, quality: qualityOf(type, wishes) }));
  const best = Math.max(...rated.map(({ quality }) => quality));
  return best > 0 ? rated.find(({ quality }) => quality === best)!.type : offered[0];
}

function toWish(text: string): Wish {
  const [type, ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { type: type!, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** A type that is named counts by its own weight, another one by that of the range it is in. */
function qualityOf(type: string, wishes: readonly Wish[]): number {
  for (const range of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const wish = wishes.find((each) => each.type === range);
    if (wish) return wish.quality;
  }
  return 0;
}
