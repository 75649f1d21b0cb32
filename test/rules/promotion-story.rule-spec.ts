import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = join(ROOT, 'src');

/** What the story calls beside its files, each with why its reader need not open it; the list only shrinks. */
const BESIDE: Record<string, string> = {
  'approvals/approvals.ts': 'matches persons with the approvals that a policy asks for',
  'gates/gate-evidence.queries.ts': 'reads what the judgement rests on',
  'gates/judged-rules.service.ts': 'counts outcomes of rules, and logs those that broke',
  'gates/report-summary.ts': 'the line of a list for a report',
  'gates/report-waivers.ts': 'the waivers that a report names',
  'policies/gate-policies.queries.ts': 'reads the policy that holds',
  're-evaluations/evidence-gaps.ts': 'only after a refusal: evidence that may turn it',
  're-evaluations/re-evaluations.service.ts': 'only after a refusal: has that evidence measured',
  'transitions/decisions/approvals.service.ts': 'another route: somebody decides on a request',
  'transitions/decisions/pins.ts': 'what an approval compares later',
  'transitions/decisions/settle.ts': 'only for a request on ground that is gone',
  'transitions/decisions/withdrawals.service.ts': 'another route: a request or decision is taken back',
  'transitions/safeguards/aftermath.service.ts': 'only after a rollback or an emergency',
  'transitions/safeguards/decide-override.ts': 'only in an emergency',
  'transitions/safeguards/override.ts': 'only in an emergency',
  'transitions/safeguards/standstill.ts': 'holds, overdue reviews and freezes in words',
  'transitions/safeguards/standstills.queries.ts': 'reads holds, overdue reviews and freezes',
  'transitions/standing/rollback-previews.service.ts': 'another route: what a rollback would do',
  'transitions/standing/standing.ts': 'only for a refusal: all that stands in the way',
  'transitions/standing/standings.service.ts': 'another route: where a request stands',
  'transitions/transition-answers.decorator.ts': 'the status of the answer, and its documentation',
  'transitions/transition-row.ts': 'a transition as the database has it',
  'transitions/transitions.queries.ts': 'only for other requests of the model, and to find the target of a rollback',
  'transitions/witnesses/stored-transition.ts': 'digests for the event',
  'waivers/excluded-waivers.ts': 'only for waivers: whose do not count',
  'waivers/waived-rules.ts': 'only for waivers: which rules they cover',
  'waivers/waivers.queries.ts': 'only for waivers: reads those that hold',
};

/** Files that carry no step: shapes of requests and rows, problems, wiring. */
const IS_SHAPE = /\.(dto|entity|problems|module)\.ts$/;

const page = readFileSync(join(ROOT, 'docs', 'ARCHITECTURE.md'), 'utf8');
const story = /^### A promotion, file by file\n([^]*?)^#/m.exec(page)![1]!;
const list = /^1\. [^]*?\n\n/m.exec(story)![0];
const named = [...list.matchAll(/`([\w.-]+\.ts)`/g)].map(([, name]) => name!);

const FILES = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });

function pathOf(name: string): string {
  const [found, ...others] = FILES.filter((file) => basename(file) === name);
  if (found === undefined || others.length > 0) throw new Error(`There is not exactly one file '${name}'.`);
  return found;
}

/** What remains of a file's imports at run time. */
function valuesOf(file: string): string[] {
  const text = readFileSync(join(SOURCES, file), 'utf8');
  const imports = text.matchAll(/^import \{([^}]*)\} from '(\.[^']+)\.js';/gm);
  return [...imports]
    .filter(([, names]) => names!.split(',').some((name) => name.trim() !== '' && !name.trim().startsWith('type ')))
    .map(([, , path]) => `${join(file, '..', path!)}.ts`);
}

it('a promotion is told in at most eight files, which are there', () => {
  expect(named.length).toBeGreaterThan(5);
  expect(named.length).toBeLessThanOrEqual(8);
  expect(new Set(named.map(pathOf)).size).toBe(named.length);
});

it('what they call of the feature is one of them, or beside the story for a reason', () => {
  const files = named.map(pathOf);
  const called = files
    .filter((file) => file.startsWith('promotion/'))
    .flatMap(valuesOf)
    .filter((file) => file.startsWith('promotion/') && !files.includes(file) && !IS_SHAPE.test(file))
    .map((file) => file.slice('promotion/'.length));
  expect([...new Set(called)].toSorted()).toEqual(Object.keys(BESIDE).toSorted());
});

it('each file is called by one before it', () => {
  const files = named.map(pathOf);
  const uncalled = files
    .slice(1)
    .filter((file, at) => !files.slice(0, at + 1).some((one) => valuesOf(one).includes(file)));
  expect(uncalled).toEqual([]);
});
