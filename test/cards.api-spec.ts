import { createHash } from 'node:crypto';
import { TestApp } from './support/app/app.js';
import { bringCensus, censusPolicy } from './support/app/census-example.js';
import { type Answer, type Json } from './support/app/client.js';
import { guardedModel, slots, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const cardAs = (model: string, version: number, accept?: string): Promise<Answer> =>
  team.viewer.send('GET', `/models/${model}/versions/${version}/card`, undefined, {
    headers: accept === undefined ? {} : { accept },
  });

describe('a model card', () => {
  it('names who approved, and nobody who took that back', async () => {
    const { ci, anna, ben } = team;
    const model = await guardedModel(team, slots(2));
    const request = await ci.asksFor(model, 2);
    await anna.approves(request);
    await anna.delete(`/transitions/${request.id}/approvals/mine`, 200);
    await ben.approves(request);
    const { body } = await cardAs(model, 2);
    expect(body.decisions[0].approvals.map(({ actor }: Json) => actor)).toEqual(['ben']);
  });

  it('says what the version is for, where it comes from, what it measured and who decided', async () => {
    const { ci, anna } = team;
    const model = await guardedModel(team, slots(1));
    await team.root.patch(`/models/${model}`, {
      description: 'Ranks offers.\n\nFor the newsletter.',
      owner: 'risk',
      tags: { limits: 'Not for credit.', team: 'a' },
    });
    const { version } = await ci.registers(model, {
      runId: 'run-1',
      gitCommit: 'deadbeef',
      dataset: { name: 'adult-train', version: '1' },
      tags: { intendedUse: 'Newsletter.', team: 'b' },
    });
    await ci.evaluates(model, version, [
      { name: 'accuracy', value: 0.92, count: 10_000 },
      { name: 'accuracy', slice: { sex: 'Female' }, value: 0.95, count: 4_000 },
      { name: 'accuracy', slice: { sex: 'Male' }, value: 0.9, count: 6_000 },
      { name: 'latency_ms_p95', value: 12, count: 10_000, ciLow: 11, ciHigh: 13, ciLevel: 0.95 },
    ]);
    const request = await ci.asksFor(model, version, 'Production', { reason: 'Better.' });
    await anna.approves(request, { comment: 'I looked.' });
    const { body: card } = await cardAs(model, version);
    expect(card).toMatchObject({
      model,
      version,
      stage: 'Production',
      purpose: { intendedUse: 'Newsletter.', limits: 'Not for credit.', owner: 'risk', tags: { team: 'b' } },
      lineage: { runId: 'run-1', gitCommit: 'deadbeef', dataset: { name: 'adult-train' }, registeredBy: 'ci' },
      decisions: [{ transitionId: request.id, verdict: 'PASS', approvals: [{ actor: 'anna', comment: 'I looked.' }] }],
      tenures: [{ version, to: null, promotedBy: 'anna' }],
      attestation: { transitionId: request.id, reportDigest: request.summary.reportDigest },
    });
    const [{ metrics, slices, gaps, slicesOmitted }] = card.evaluations;
    expect([metrics.length, slices.length, slicesOmitted]).toEqual([2, 2, 0]);
    // Wilson's interval of 9,200 among 10,000.
    expect(metrics[0].lower).toBeCloseTo(0.91451, 4);
    expect(metrics[0].upper).toBeCloseTo(0.92516, 4);
    expect(metrics[1]).toMatchObject({ metric: 'latency_ms_p95', lower: 11, upper: 13 });
    expect(gaps).toMatchObject([
      { metric: 'accuracy', feature: 'sex', lowest: { value: 'Male' }, highest: { value: 'Female', count: 4_000 } },
    ]);
    expect(gaps[0].gap).toBeCloseTo(0.05);
    const never = await cardAs(model, 2);
    expect(never.body).toMatchObject({ stage: 'None', tenures: [], attestation: null, purpose: { intendedUse: null } });
    expect((await cardAs(model, 77)).status).toBe(404);
    expect((await cardAs('nothing', 1)).status).toBe(404);
    expect((await app.anonymous().send('GET', `/models/${model}/versions/1/card`)).status).toBe(401);
  });

  it('comes as JSON, Markdown or a page to be printed, as it is asked for', async () => {
    const model = await team.ci.creates();
    await bringCensus(team.root, model, [1]);
    await team.root.setsPolicy(model, censusPolicy());
    const json = await cardAs(model, 1);
    expect(json.headers.get('content-type')).toContain('application/json');
    expect(json.headers.get('vary')).toContain('Accept');
    const again = await team.viewer.send('GET', `/models/${model}/versions/1/card`, undefined, {
      headers: { 'if-none-match': json.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    const markdown = await cardAs(model, 1, 'text/markdown');
    expect(markdown.headers.get('content-type')).toContain('text/markdown');
    for (const title of ['Purpose and limits', 'Data and lineage', 'Evaluation on', 'Decisions', 'Attestation'])
      expect(markdown.body).toContain(`## ${title}`);
    expect(markdown.body).toContain('| accuracy | overall |');
    const page = await cardAs(model, 1, 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toMatch(/unsafe|script-src|https?:/);
    const style = /<style>([^]*)<\/style>/.exec(page.body)![1]!;
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(style).toContain('@media print');
    expect(page.body).toContain('<caption>');
  });

  it('of many slices shows the largest and counts the others', async () => {
    const { ci } = team;
    const model = await ci.creates();
    await ci.registers(model);
    const slices = Array.from({ length: 350 }, (_, index) => ({
      name: 'accuracy',
      slice: { shop: `Shop ${index}` },
      value: 0.9,
      count: 100 + index,
    }));
    await ci.evaluates(model, 1, slices);
    const [evaluation] = (await cardAs(model, 1)).body.evaluations;
    expect([evaluation.slices.length, evaluation.slicesOmitted]).toEqual([200, 150]);
    expect(Math.min(...evaluation.slices.map(({ count }: Json) => count))).toBe(250);
  });
});

describe('hostile text on a card', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '[click](javascript:alert(1))',
    '![pixel](https://evil.example/x.png)',
    '</bdi></td></table><h1>',
    '| a | b |\n|---|---|\n# Title\n- [ ] task',
    '\u202egnp.exe\u2066\u200b\u0007',
    '`code` $math$ ~~gone~~ <https://evil.example> @everyone #12',
    '&lt;script&gt; &#x3c;',
  ];
  let model: string;

  beforeAll(async () => {
    const { ci, root, anna } = team;
    model = await guardedModel(team, slots(1));
    const tags = Object.fromEntries(HOSTILE.map((text, index) => [`${index} ${text}`.slice(0, 200), text]));
    await root.patch(`/models/${model}`, { description: HOSTILE.join('\n\n'), owner: HOSTILE[0], tags });
    const lineage = { runId: HOSTILE[1], framework: HOSTILE[3], artifactUri: HOSTILE[2] };
    const { version } = await ci.registers(model, { ...lineage, description: HOSTILE.join('\n') });
    const metrics = HOSTILE.slice(0, 8).flatMap((text, index) => [
      { name: `metric ${text.replaceAll(/[\n\u0007]/g, '')}`, value: index, count: 10 },
      { name: 'accuracy', slice: { [`f ${index}`]: text.replaceAll('\u0007', '') }, value: 0.9, count: 1_000 },
    ]);
    await ci.evaluates(model, version, [{ name: 'accuracy', value: 0.9, count: 10_000 }, ...metrics], {
      evaluator: HOSTILE[4],
    });
    const request = await ci.asksFor(model, version, 'Production', { reason: HOSTILE.join(' ') });
    await anna.approves(request, { comment: HOSTILE.slice(0, 6).join(' ') });
  });

  it('is text in the page: no element, attribute, address or mark of direction comes of it', async () => {
    const { body: page } = await cardAs(model, 3, 'text/html');
    const written = page.replace(/<style>[^]*<\/style>/, '');
    const elements = new Set([...written.matchAll(/<\/?([a-zA-Z!][^\s>]*)/g)].map(([, name]) => name));
    const known =
      'html head meta title style body main h1 h2 section p dl dt dd table caption thead tbody tr th td bdi !doctype';
    expect([...elements].filter((name) => !known.split(' ').includes(name))).toEqual([]);
    const attributes = [...written.matchAll(/<[a-z][a-z0-9]*\s+([^>]*)>/g)].map(([, found]) => found!);
    const plain = /^(lang="en"|charset="utf-8"|name="viewport" content="[^"]*"|scope="col"|html)$/;
    expect(attributes.filter((found) => !plain.test(found))).toEqual([]);
    expect(written).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u0007]/);
    expect(written).toContain('[U+202E]');
    expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('is text in Markdown: no markup, link, image, table or heading comes of it', async () => {
    const { body: text } = await cardAs(model, 3, 'text/markdown');
    expect(text).not.toMatch(/(?<!\\)</);
    expect(text).not.toMatch(/(?<!\\)[[\]`~$]/);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007]/);
    expect(text).not.toMatch(/https?:\/\//);
    const lines: string[] = text.split('\n');
    const own = /^(# |## |### |> |- \*\*|\| |\|---|$)/;
    expect(lines.filter((line) => !own.test(line))).toEqual([]);
    const headings = lines.filter((line) => line.startsWith('#'));
    expect(headings.filter((line) => /evil|Title|alert/.test(line))).toEqual([]);
    const cells = (line: string): number => line.match(/(?<!\\)\|/g)!.length;
    for (const [index, line] of lines.entries())
      if (line.startsWith('|---'))
        for (const row of [lines[index - 1]!, lines[index + 1]!]) expect(cells(row)).toBe(cells(line));
  });

  it('is itself in JSON', async () => {
    const { body: card } = await cardAs(model, 3);
    expect(card.purpose.description).toBe(HOSTILE.join('\n\n'));
    expect(Object.values(card.purpose.tags)).toEqual(expect.arrayContaining(HOSTILE));
  });
});
