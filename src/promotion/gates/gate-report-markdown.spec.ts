import { evidence, judge, measure } from '../../../test/support/judging/gate-builders.js';
import { buildGateReport } from '../../judging/gate-report.js';
import { gateReportMarkdown } from './gate-report-markdown.js';

const given = evidence(
  [measure('f1', 0.604, { sex: 'Female' }, { count: 5421 }), measure('f1', 0.7)],
  [measure('f1', 0.666, { sex: 'Female' }, { count: 5421 }), measure('f1', 0.7)],
);
const rules = [
  { metric: 'f1', maxRegression: 0.02, slices: [{ sex: 'Female' }], includeOverall: true },
  { metric: 'f1', min: 0.5 },
];
const report = (order = rules, of = given, policyDigest = 'sha256:p') =>
  buildGateReport(of, judge({ rules: order }, of), policyDigest);

describe('a gate report in Markdown', () => {
  const { content, digest } = report();
  const text = gateReportMarkdown({ ...content, digest });

  it('leads with the verdict and shows the slice that failed', () => {
    expect(text.split('\n')[0]).toBe('## ❌ credit v2 → Production: FAIL');
    expect(text).toContain('Compared with v1, the incumbent.');
    expect(text).toContain('| ❌ | f1 | sex=Female | 0.604 | 0.666 | -0.062 | 5421 |');
    expect(text).toContain(digest);
  });

  it('lets no text of users become markup', () => {
    const hostile = { ...given, model: '<img src=x>|@all `x`\n# y' };
    const line = gateReportMarkdown(report(rules, hostile).content).split('\n')[0];
    expect(line).toBe('## ❌ \\<img src=x\\>\\|@\u200ball \\`x\\` \\# y v2 → Production: FAIL');
  });

  it.each([
    ['an entity', '&commat;octocat &#64;octocat', '\\&commat;octocat \\&\\#\u200b64;octocat'],
    ['a bare URL', 'see https://evil.example/x', 'see https:\u200b//evil.example/x'],
    ['a host by its looks', 'WWW.evil.example', 'WWW\u200b.evil.example'],
    ['a formula', '$x$ and $$y$$', '\\$x\\$ and \\$\\$y\\$\\$'],
    ['a reference', 'fixes #12', 'fixes \\#\u200b12'],
  ])('lets %s of users be text', (_, model, shown) => {
    expect(gateReportMarkdown(report(rules, { ...given, model }).content).split('\n')[0]).toContain(` ${shown} v2 `);
  });

  it('tells of blockers, warnings and what to do', () => {
    const first = { ...given, incumbent: null, incumbentEvaluations: [] };
    const refused = buildGateReport(first, judge({ rules: [rules[0]] }, first), 'sha256:p');
    expect(gateReportMarkdown(refused.content)).toContain('`NO_EFFECTIVE_RULES`');
    expect(gateReportMarkdown(refused.content)).toContain('**What to do**');
    const open = buildGateReport(first, judge({ preset: 'open' }, first), 'sha256:p');
    expect(gateReportMarkdown(open.content)).toContain('`OPEN_POLICY`');
  });
});
