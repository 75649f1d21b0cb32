import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATUSES } from '../../src/judging/verdict/verdict.js';
import { PRESETS } from '../../src/judging/policy/gate-policy-schema.js';
import { REGRESSION_MODES } from '../../src/judging/kinds/regression/regression-mode.js';
import { GAP_STATISTICS } from '../../src/judging/kinds/slice-gap/slice-gap-rule.js';
import { ENFORCEMENTS } from '../../src/judging/outcome/enforcement.js';
import { METHOD_IDS } from '../../src/judging/statistics/methods.js';
import { gatePolicyJsonSchema } from '../../src/judging/policy/gate-policy-json-schema.js';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs/gates.md'), 'utf8');
const JUDGING = ['judging', 'promotion/gates'].map((folder) => join(ROOT, 'src', folder));

/** Capitalised texts of the judgement that are no reasons. */
const NO_REASONS = new Set<string>([...STATUSES, 'COMPLETE', 'RUNNING', 'FAILED', 'GATE_REPORT_NOT_FOUND']);

const SOURCES = JUDGING.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !/^(policy|statistics)\//.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
).join('\n');

const documented = new Map(
  [...PAGE.split('<!-- codes -->')[1]!.matchAll(/^\| `([A-Z_]+)` *\| ([A-Za-z, ]+?) *\| (.+?) *\| (.*?) *\|$/gm)].map(
    ([, code, outcomes, meaning, remedy]) => [code!, { outcomes: outcomes!.split(', '), meaning, remedy }] as const,
  ),
);

/** The names in the first column of the first table under a heading. */
function namesUnder(heading: string): string[] {
  const section = PAGE.split(`${heading}\n`)[1]!.split('\n#')[0]!;
  const [table] = /(?:^\|.*\n)+/m.exec(section)!;
  return [...table.matchAll(/^\| `?([a-z_]+)`? /gm)].map(([, name]) => name!).slice(1);
}

it('the page of gates explains every reason code, and no other', () => {
  const codes = [...SOURCES.matchAll(/'([A-Z][A-Z0-9_]{3,})'/g)].map(([, code]) => code!);
  const reasons = [...new Set(codes)].filter((code) => !NO_REASONS.has(code));
  expect(reasons.length).toBeGreaterThan(60);
  expect([...documented.keys()].toSorted()).toEqual(reasons.toSorted());
});

it('and names the outcome that the code gives it', () => {
  const pairs = SOURCES.matchAll(
    /'(PASS|FAIL|ERROR|INCONCLUSIVE|SKIPPED)'(?: as const)?,\s*(?:reasonCode: )?'([A-Z_]+)'/g,
  );
  const wrong = [...pairs].filter(([, outcome, code]) => documented.get(code!)?.outcomes.includes(outcome!) === false);
  expect(wrong.map(([, outcome, code]) => `${code} ends as ${outcome}`)).toEqual([]);
});

it('and a remedy for everything that stands in the way', () => {
  const inTheWay = [...documented].filter(([, { outcomes }]) =>
    outcomes.some((outcome) => ['FAIL', 'ERROR', 'INCONCLUSIVE'].includes(outcome)),
  );
  expect(inTheWay.filter(([, { remedy }]) => remedy === '').map(([code]) => code)).toEqual([]);
});

it('the page names every statistical method', () => {
  expect(namesUnder('### Methods').toSorted()).toEqual([...METHOD_IDS].toSorted());
});

it('the page names all kinds, modes, presets, statistics and enforcements', () => {
  const kinds = [...JSON.stringify(gatePolicyJsonSchema()).matchAll(/"kind":\{[^}]*?"const":"([a-z_]+)"/g)];
  expect(namesUnder('## Rule kinds').toSorted()).toEqual([...new Set(kinds.map(([, kind]) => kind!))].toSorted());
  expect(namesUnder('### Modes of a regression').toSorted()).toEqual([...REGRESSION_MODES].toSorted());
  expect(namesUnder('## Presets').toSorted()).toEqual(['none', ...PRESETS].toSorted());
  for (const name of [...GAP_STATISTICS, ...ENFORCEMENTS]) expect(PAGE).toContain(`\`${name}\``);
});
