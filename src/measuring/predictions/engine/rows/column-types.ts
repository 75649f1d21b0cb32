const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/;
const TEXT = /^(VARCHAR|ENUM|BOOLEAN|DATE|TIME|UUID)/;
const DECIMAL = /^DECIMAL\((\d+),/;
/** The engine reads wider decimals as other numbers. */
const MOST_DIGITS = 38;

/** Whether a Parquet column of this type can hold numbers, or text. */
export function servesAs(type: string, role: 'number' | 'text'): boolean {
  if (/[[\]]/.test(type) || /^(STRUCT|MAP)/.test(type)) return false;
  if (Number(DECIMAL.exec(type)?.[1] ?? 0) > MOST_DIGITS) return false;
  return NUMERIC.test(type) || type === 'VARCHAR' || (role === 'text' && TEXT.test(type));
}

/** Whether every value of a Parquet column fits a signed 64-bit integer. */
export function isWholeNumberType(type: string): boolean {
  return /^((TINY|SMALL|BIG)INT|INTEGER|UTINYINT|USMALLINT|UINTEGER)$/.test(type);
}

/** Whether the text of every value is in its normal form already. */
export function isPlainType(type: string): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BOOLEAN|DATE$|UUID)/.test(type);
}

/** The type of a leaf of a Parquet schema, with the width that the engine's own name of it may lack. */
export function parquetType(engineType: string, logicalType: string | null): string {
  const decimal = /^DecimalType\(scale=(-?\d+), precision=(\d+)\)/.exec(logicalType ?? '');
  return decimal ? `DECIMAL(${decimal[2]},${decimal[1]})` : engineType;
}
