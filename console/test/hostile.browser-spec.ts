import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { Service } from './service.js';
import { faultsOf } from './soundness.js';

/** Text that somebody may store to deceive, to run, or to break what stands around it. */
const HOSTILE = '<img src=x onerror=alert(1)>\u202Egnp.exe\u2066 {{7*7}} javascript:alert(1)';
const LONG = `${HOSTILE} ${'wide'.repeat(40)}`;
const MARKDOWN = [
  `# ${HOSTILE}`,
  '<script>alert(1)</script><iframe src="https://evil.example"></iframe>',
  '[run](javascript:alert(1)) ![see](https://evil.example/pixel.png) [data](data:text/html,<script>alert(1)</script>)',
  `[${HOSTILE}](https://example.com/%E2%80%AE) <https://user:pass@example.com> [v]( vbscript:x)`,
  `\`${HOSTILE}\``,
  `\`\`\`\n${LONG}\n\`\`\``,
  `| ${HOSTILE} | b |\n| --- | --- |\n| ${LONG} | [x](JaVaScRiPt:alert(1)) |`,
  `- [ ] ${HOSTILE}\n- [x] done`,
  '#'.repeat(6).concat(' deep'),
  '> '.repeat(200).concat('quoted'),
].join('\n\n');
const NAME = 'hostile';

let service: Service;
let browser: Browser;
let admin: Person;

interface Asked {
  id: string;
  gateReportId: string | null;
}

const pages: Record<string, string> = {};

/** Predictions of nothing are refused by the gates, so the request is answered with a problem and kept all the same. */
async function requested(version: number): Promise<Asked> {
  const body = { toStage: 'Production', reason: LONG };
  await service.ask('POST', `/models/${NAME}/versions/${version}/transitions`, body).catch(() => undefined);
  const { items } = await service.ask<{ items: Asked[] }>('GET', `/models/${NAME}/transitions?limit=1`);
  return items[0]!;
}

function digestOf(version: number): string {
  return `sha256:${`0${version}`.repeat(32)}`;
}

/** What is signed has to be about the artifact; by whom is anybody's claim. */
function envelope(version: number): object {
  const subject = [{ name: HOSTILE, digest: { sha256: digestOf(version).slice('sha256:'.length) } }];
  const statement = { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: 'https://example.com/p' };
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  return { payloadType: 'application/vnd.in-toto+json', payload, signatures: [{ keyid: HOSTILE, sig: 'AAAA' }] };
}

async function seed(): Promise<void> {
  const tags = { [HOSTILE.slice(0, 40)]: HOSTILE, intendedUse: MARKDOWN.slice(0, 400), limits: HOSTILE };
  await service.ask('POST', '/models', { name: NAME, description: MARKDOWN, owner: HOSTILE, tags });
  for (const version of [1, 2, 3]) {
    const lineage = {
      artifactUri: 'javascript:alert(1)',
      artifactDigest: digestOf(version),
      runId: HOSTILE,
      framework: HOSTILE,
    };
    const about = { description: MARKDOWN, params: { [HOSTILE]: LONG, of: version } };
    await service.ask('POST', `/models/${NAME}/versions`, { ...lineage, ...about });
    const measures = [{}, { [HOSTILE]: LONG }].map((slice) => ({
      name: HOSTILE,
      slice,
      value: version / 9,
      count: 900,
    }));
    const evaluation = { dataset: { name: HOSTILE, version: HOSTILE }, evaluator: HOSTILE, metrics: measures };
    await service.ask('POST', `/models/${NAME}/versions/${version}/evaluations`, evaluation);
  }
  const rule = { id: 'hostile', metric: HOSTILE, description: LONG, slices: [{}, { [HOSTILE]: LONG }] };
  const policy = (min: number) => ({
    name: HOSTILE,
    description: MARKDOWN,
    metrics: { [HOSTILE]: { direction: 'higher', unit: '<b>' } },
    approvals: { slots: [{ role: 'approver', count: 1 }] },
    allowSkipStaging: true,
    stages: { Production: { rules: [{ ...rule, min }] } },
  });
  await service.ask('PUT', `/models/${NAME}/gate-policy`, policy(0));
  const [rita, ci] = [await service.issue('rita', 'approver'), await service.issue('ci', 'contributor')];
  const waiting = async (version: number) => {
    const path = `/models/${NAME}/versions/${version}/transitions`;
    return service.askAs<Asked>(ci.token, 'POST', path, { toStage: 'Production', reason: LONG });
  };
  const approved = await waiting(1);
  await service.askAs(rita.token, 'POST', `/transitions/${approved.id}/approvals`, {
    decision: 'approve',
    comment: LONG,
  });
  const rejected = await waiting(2);
  await service.askAs(rita.token, 'POST', `/transitions/${rejected.id}/approvals`, {
    decision: 'reject',
    comment: LONG,
  });
  const open = await waiting(2);
  await service.ask('PUT', `/models/${NAME}/gate-policy`, policy(0.9));
  const refused = await requested(3);
  await service.ask('POST', `/models/${NAME}/versions/3/quarantine`, { reason: LONG });
  await service.ask('POST', `/models/${NAME}/versions/3/signatures`, envelope(3));
  await service.ask('POST', '/tokens', { subject: 'robot', roles: ['viewer'], name: HOSTILE });
  pages['a waiting request'] = `/transitions/${open.id}?dialog=approve`;
  pages['a rejected request'] = `/transitions/${rejected.id}`;
  pages['a refused request'] = `/transitions/${refused.id}`;
  pages['a report'] = `/reports/${refused.gateReportId}`;
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await seed();
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const typed = encodeURIComponent(HOSTILE);

it.each([
  ['home', '/'],
  ['the models', '/models'],
  ['a search', `/models?text=${typed}`],
  ['a model', `/models/${NAME}`],
  ['a version', `/models/${NAME}/versions/3`],
  ['a card', `/models/${NAME}/versions/1/card`],
  ['a comparison', `/models/${NAME}/compare?a=3&b=1`],
  ['a check', `/models/${NAME}/versions/2/check/Production`],
  ['a rollback', `/models/${NAME}/rollback`],
  ['a waiting request', ''],
  ['a rejected request', ''],
  ['a refused request', ''],
  ['a report', ''],
  ['a policy', `/models/${NAME}/policy?revision=2`],
  ['the record', '/record'],
  ['a problem that repeats what was asked', `/record?actor=${typed}&model=${typed}`],
  ['the tokens', '/admin/tokens'],
  ['what nobody stored', `/models/${typed}`],
])('%s shows stored text as what it is', async (name, path) => {
  const faults = await faultsOf(admin, () => admin.opens(`${service.url}/console${path || pages[name]!}`));
  expect(faults.filter((fault) => !/status of (400|404)/.test(String(fault)))).toEqual([]);
});

it('a version tells the signatures over its artifact, and what they show', async () => {
  const { page } = admin;
  await page.goto(`${service.url}/console/models/${NAME}/versions/3`);
  const row = page.getByRole('region', { name: 'Signatures over the artifact' }).getByRole('row').nth(1);
  await row.getByText('An envelope; which keys count is for the policy to say.').waitFor();
  expect(await row.innerText()).toContain('Key <img src=x onerror=alert(1)>');
});

it('of Markdown what is safe is drawn, and the rest is there to read', async () => {
  const { page } = admin;
  await page.goto(`${service.url}/console/models/${NAME}`);
  const about = page.getByRole('region', { name: 'About' });
  await about.getByRole('heading', { name: '<img src=x' }).waitFor();
  await about.getByText('<script>alert(1)</script>').waitFor();
  await about.getByText('(javascript:alert(1))').first().waitFor();
  const links = await about
    .getByRole('link')
    .evaluateAll((all) =>
      (all as HTMLAnchorElement[]).map(({ href, rel, target, innerText }) => ({ href, rel, target, innerText })),
    );
  expect(links).toContainEqual({
    href: 'https://evil.example/pixel.png',
    rel: 'noopener noreferrer',
    target: '_blank',
    innerText: 'see evil.example',
  });
  expect(links.every(({ rel }) => rel === 'noopener noreferrer')).toBe(true);
  expect(admin.faults.splice(0)).toEqual([]);
});

it('what is copied as Markdown is inert, too', async () => {
  const { page } = admin;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${service.url}/console${pages['a report']}`);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByText('The report is in the clipboard as Markdown.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('\\<img src=x onerror=alert(1)\\>‹U+202E›');
  expect(copied).not.toMatch(/\u202E|[^\\]</);
});
