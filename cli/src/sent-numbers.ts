/** Why a number would be sent as another one, since JSON has finite numbers alone and they are read as doubles. */
export function faultOfNumber(source: string): string | undefined {
  const number = Number(source);
  if (!Number.isFinite(number)) return 'which is beyond the numbers that can be sent';
  if (/^[-+]?\d+$/.test(source) && !Number.isSafeInteger(number))
    return 'a whole number beyond 2^53, which would be rounded; in quotes it is kept to the digit';
  return undefined;
}
