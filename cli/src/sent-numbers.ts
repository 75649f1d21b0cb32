/** Why a number would be changed on the way, since numbers of JSON are sent as doubles. */
export function faultOfNumber(source: string): string | undefined {
  const number = Number(source);
  if (!Number.isFinite(number)) return `holds ${source}, which is beyond the numbers that are sent`;
  if (/^[-+]?\d+$/.test(source) && !Number.isSafeInteger(number))
    return `holds ${source}, a whole number beyond 2^53 that would be rounded; write it in quotes`;
  return undefined;
}
