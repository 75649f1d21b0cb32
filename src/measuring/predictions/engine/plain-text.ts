/**
 * The normal form of ids, units, slice values and classes, as macros of the engine. One table becomes other text in every
 * format: a writer of CSV says True, 3.0 and 2024-01-01 00:00:00 where Parquet holds a truth value, a number and a time. Text
 * of one meaning becomes one text, value by value, so that neither the format nor the other rows decide; and what has its
 * normal form keeps it.
 *
 * - truth values: true and false;
 * - whole numbers that a writer took for fractions: 3.0, 3.000e+00 → 3; those that some writers give an exponent become the
 *   shortest text of their double: 1.0E-5, 0.00001 → 1e-05. A mantissa of several digits is no writer's, so that codes such as
 *   12E-3 stay as they are;
 * - times: in UTC without its mark, date and clock parted by a space, nothing after the last digit that counts, and a
 *   midnight is its date: 2024-01-01T00:00:00.000Z → 2024-01-01.
 */
export const PLAIN_TEXT_MACROS: readonly string[] = [
  `CREATE MACRO plain_double(v, t) AS CASE
     WHEN v IS NULL OR NOT isfinite(v) THEN t
     WHEN v = trunc(v) AND abs(v) < 1e16 THEN CAST(CAST(v AS BIGINT) AS VARCHAR)
     ELSE CAST(v AS VARCHAR) END`,
  `CREATE MACRO plain_number(t) AS CASE
     WHEN regexp_full_match(t, '[+-]?0+\\.0*') THEN '0'
     WHEN regexp_full_match(t, '[+-]?[0-9]{1,16}\\.0*') THEN regexp_replace(t, '^\\+?(-?[0-9]+)\\.0*$', '\\1')
     WHEN regexp_full_match(t, '[+-]?([0-9](\\.[0-9]*[eE][+-]?|[eE][+-])[0-9]{1,3}|[0-9]{17,}\\.0*|0?\\.0000[0-9]+)')
     THEN plain_double(TRY_CAST(t AS DOUBLE), t)
     ELSE t END`,
  `CREATE MACRO plain_clock(t) AS regexp_replace(regexp_replace(
     regexp_replace(replace(regexp_replace(t, ' ?(Z|UTC|[+-]00(:?00)?)$', ''), 'T', ' '), '^(.{16})$', '\\1:00'),
     '(\\.[0-9]*[1-9])0+$|\\.0+$', '\\1'), ' 00:00:00$', '')`,
  `CREATE MACRO plain_time(t) AS CASE
     WHEN NOT regexp_full_match(t, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?( ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?))?')
     THEN t
     WHEN regexp_matches(t, '[+-][0-9]{2}(:?[0-9]{2})?$') AND NOT regexp_matches(t, '[+-]00(:?00)?$')
     THEN plain_clock(coalesce(CAST(TRY_CAST(regexp_replace(t, '^(.{16})( ?[+-])', '\\1:00\\2') AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS VARCHAR), t))
     ELSE plain_clock(t) END`,
  `CREATE MACRO plain_text(t) AS CASE
     WHEN t < ':' THEN CASE
       WHEN contains(t, ':') THEN plain_time(t)
       WHEN contains(t, '.') OR contains(t, 'e') OR contains(t, 'E') THEN plain_number(t)
       ELSE t END
     WHEN t IN ('True', 'TRUE') THEN 'true'
     WHEN t IN ('False', 'FALSE') THEN 'false'
     WHEN t IN ('nan', 'NAN') THEN 'NaN'
     ELSE t END`,
  // Classes are few and known, so that any numeral is a number among them.
  `CREATE MACRO plain_class(t) AS CASE
     WHEN regexp_full_match(trim(t), '\\+[0-9]+') THEN trim(t)[2:]
     WHEN regexp_full_match(trim(t), '[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)[eE][+-]?[0-9]+')
     THEN plain_double(TRY_CAST(trim(t) AS DOUBLE), trim(t))
     ELSE plain_text(trim(t)) END`,
];

/** What a score or a probability may miss 0 or 1 by: the rounding of single precision and of sums of some terms. */
const EDGE_TOLERANCE = 1e-6;

/** A number that a rounding put beside 0 or 1 is 0 or 1. */
export const WITHIN_UNIT_MACRO = `CREATE MACRO within_unit(v) AS CASE
  WHEN v BETWEEN -${EDGE_TOLERANCE} AND 0 THEN 0.0::DOUBLE
  WHEN v BETWEEN 1 AND 1 + ${EDGE_TOLERANCE} THEN 1.0::DOUBLE
  ELSE v END`;
