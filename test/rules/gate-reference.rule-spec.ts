import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGRESSION_MODES } from '../../src/judging/kinds/regression/regression-mode.js';
import { REASON_CODES, RULE_KIND_NAMES } from '../../src/judging/kinds/rule-kinds.js';
import { GAP_STATISTICS } from '../../src/judging/kinds/slice-gap/slice-gap-rule.js';
import { ENFORCEMENTS } from '../../src/judging/outcome/enforcement.js';
import { PRESETS } from '../../src/judging/policy/gate-policy-schema.js';
import { METHOD_IDS } from '../../src/judging/statistics/methods.js';
import { type Ending } from '../../src/judging/verdict/reasons.js';

const ROOT = join(import.meta.dirname, '..', '..');
const FILE = join(ROOT, 'docs/gates.md');
const PAGE = readFileSync(FILE, 'utf8');
const MARKER = '<!-- codes -->\n\n';

/** The order in which the page tells of reasons, by their usual ending. */
const ENDINGS: readonly Ending[] = ['PASS', 'FAIL', 'INCONCLUSIVE', 'ERROR', 'SKIPPED', 'warning'];
const IN_THE_WAY: readonly Ending[] = ['FAIL', 'INCONCLUSIVE', 'ERROR'];

/** The table of reason codes as it has to stand on the page, its columns as wide as their widest cell. */
function codeTable(): string {
  const rows = ENDINGS.flatMap((ending) =>
    Object.entries(REASON_CODES)
      .filter(([, { ends }]) => ends[0] === ending)
      .map(([code, { ends, meaning, remedy = '' }]) => [`\`${code}\``, ends.join(', '), meaning, remedy]),
  );
  const head = ['code', 'outcome', 'meaning', 'what to do'];
  const widths = head.map((title, at) =>
    Math.max(...[title, ...rows.map((row) => row[at]!)].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |\n`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('');
}

/** The names in the first column of the first table under a heading. */
function namesUnder(heading: string): string[] {
  const section = PAGE.split(`${heading}\n`)[1]!.split('\n#')[0]!;
  const [table] = /(?:^\|.*\n)+/m.exec(section)!;
  return [...table.matchAll(/^\| `?([a-z_]+)`? /gm)].map(([, name]) => name!).slice(1);
}

/** With UPDATE_REASONS set the page is written instead, for whoever changed a reason on purpose. */
it('the page of gates explains every reason code, and no other', () => {
  const [before, rest] = PAGE.split(MARKER) as [string, string];
  const written = `${before}${MARKER}${codeTable()}${rest.replace(/^(?:\|.*\n)+/, '')}`;
  expect(Object.keys(REASON_CODES).length).toBeGreaterThan(60);
  if (process.env.UPDATE_REASONS) writeFileSync(FILE, written);
  else expect(PAGE).toBe(written);
});

it('every reason that stands in the way of a version has a remedy', () => {
  const without = Object.entries(REASON_CODES).filter(
    ([, { ends, remedy }]) => remedy === undefined && ends.some((ending) => IN_THE_WAY.includes(ending)),
  );
  expect(without.map(([code]) => code)).toEqual([]);
});

it('and every reason is given somewhere', () => {
  const sources = readdirSync(join(ROOT, 'src/judging'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|reasons\.ts$/.test(file))
    .map((file) => readFileSync(join(ROOT, 'src/judging', file), 'utf8'))
    .join('\n');
  const isGiven = (code: string) => sources.includes(`'${code}'`) || new RegExp(`_CODES\\.${code}\\b`).test(sources);
  expect(Object.keys(REASON_CODES).filter((code) => !isGiven(code))).toEqual([]);
});

it('the page names every statistical method', () => {
  expect(namesUnder('### Methods').toSorted()).toEqual([...METHOD_IDS].toSorted());
});

it('the page names all kinds, modes, presets, statistics and enforcements', () => {
  expect(namesUnder('## Rule kinds')).toEqual(RULE_KIND_NAMES);
  expect(namesUnder('### Modes of a regression').toSorted()).toEqual([...REGRESSION_MODES].toSorted());
  expect(namesUnder('## Presets').toSorted()).toEqual(['none', ...PRESETS].toSorted());
  for (const name of [...GAP_STATISTICS, ...ENFORCEMENTS]) expect(PAGE).toContain(`\`${name}\``);
});
