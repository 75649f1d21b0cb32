import { generateKeyPairSync } from 'node:crypto';
import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person, waitUntilLocked } from './browser.js';
import { type Role, Service } from './service.js';
import { faultsOf } from './soundness.js';

let service: Service;
let browser: Browser;
let admin: Person;

const POLICY = '/models/census-income/policy';

const KEY = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

interface Policy {
  revision: number;
  document: { stages: { Production: { rules: { id: string; min?: number }[] } } };
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await service.ask('POST', '/examples/census-income');
  await service.ask('POST', '/models', { name: 'bare' });
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

function go(path: string, person = admin): Promise<void> {
  return person.opens(`${service.url}/console${path}`);
}

async function signedIn(subject: string, ...roles: Role[]): Promise<Person> {
  const { token } = await service.issue(subject, ...roles);
  const person = await Person.at(browser);
  await person.signIn(service.url, token);
  return person;
}

const policy = () => service.ask<Policy>('GET', '/models/census-income/gate-policy');
const editor = ({ page } = admin) => page.getByRole('textbox', { name: 'Policy as JSON' });
const production = ({ page } = admin) => page.getByRole('region', { name: 'Production', exact: true });
const floor = () => production().getByRole('listitem').filter({ hasText: 'auc-floor' });

it('a limit changed in the form stands in the document, and what it would change is said before it is set', async () => {
  const { page } = admin;
  const before = await policy();
  await go('/models/census-income');
  await page.getByRole('link', { name: 'Policy', exact: true }).last().click();
  await editor().waitFor();
  await floor().getByLabel('Limit').fill('0.99');
  await page.getByText('"min": 0.99').waitFor();
  await page.getByText('The draft can be set.').waitFor();
  await page
    .getByText('1 request waits and becomes stale with any other policy; 1 would be judged otherwise.')
    .waitFor();
  await page.getByRole('button', { name: 'Back-test the draft' }).click();
  await page.getByText(/^Of 3 decisions, 1 newly refused|^Of \d+ decisions/).waitFor();
  await page
    .getByRole('list', { name: 'Back-test' })
    .getByRole('link', { name: /was passed/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: `Save as r${before.revision + 1} …` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('auc-floor', { exact: true }).waitFor();
  expect(await dialog.getByRole('listitem').first().textContent()).toMatch(
    /Changed auc-floor Production.*0\.88 → 0\.99/,
  );
  await dialog.getByLabel('Comment').fill('Ranking has to be nearly perfect');
  await dialog.getByRole('button', { name: `Set r${before.revision + 1}` }).click();
  await page.getByText(`r${before.revision + 1} is in force.`).waitFor();
  await page
    .getByRole('row', { name: `r${before.revision + 1}` })
    .getByText('Ranking has to be nearly perfect')
    .waitFor();
  const after = await policy();
  expect(after.revision).toBe(before.revision + 1);
  expect(after.document.stages.Production.rules.find(({ id }) => id === 'auc-floor')?.min).toBe(0.99);
  expect(admin.faults.splice(0)).toEqual([]);
});

it('revisions tell what each changed, and the address holds which', async () => {
  const { page } = admin;
  const { revision } = await policy();
  await go(`${POLICY}?revision=${revision}`);
  const change = page.getByRole('region', { name: `From r${revision - 1} to r${revision}` });
  await change.getByText('auc-floor', { exact: true }).waitFor();
  await change.getByText('Line by line').click();
  expect(await change.getByRole('region', { name: 'Line by line' }).textContent()).toMatch(/− +"min": 0\.88/);
  await change.getByRole('button', { name: 'Close' }).click();
  await page.waitForURL((url) => !url.searchParams.has('revision'));
});

it('faults are said with their place, in the document and beside it', async () => {
  const { page } = admin;
  await go(POLICY);
  await floor().getByLabel('Metric').fill('no such metric');
  await page.getByText(/fault keeps the draft from being set/).waitFor();
  await page.getByRole('button', { name: /^Go to \/stages\/Production\/rules\/0/ }).click();
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.matches('.cm-content'));
  const save = page.getByRole('button', { name: /^Save as/ });
  await waitUntilLocked(save, 'The draft has faults.');
  await page.locator('.cm-lintRange-error').first().waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByText('Nothing is changed.').first().waitFor();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('the editor completes by the schema, takes typing over a selection, and breaks no policy of the page', async () => {
  const { page } = admin;
  await go(POLICY);
  await editor().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('{"pre');
  await page.getByRole('option', { name: 'preset' }).click();
  await page.keyboard.type('"op');
  await page.getByRole('option', { name: 'open' }).click();
  await page.keyboard.type('}');
  const text = await editor().textContent();
  expect(JSON.parse(text!)).toEqual({ preset: 'open' });
  await page.getByText('The draft can be set.').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('no JSON');
  await page.getByText('The document is no JSON at the moment.').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('the editor takes every letter that is a key of the console elsewhere', async () => {
  const { page } = admin;
  await go(POLICY);
  await editor().click();
  await page.keyboard.press('Control+a');
  const text = 'kind, maxRegression, weight, jackknife: g h g m g r g p / ? j k';
  await page.keyboard.type(text);
  expect(await editor().textContent()).toBe(text);
  expect(new URL(page.url()).pathname).toBe(`/console${POLICY}`);
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('who may sign the artifact is said in the form, by key and by identity', async () => {
  const { page } = admin;
  await go(POLICY);
  await production().getByRole('button', { name: 'Add who may sign' }).click();
  const signed = production().getByRole('listitem').filter({ hasText: 'signed' });
  await signed.getByLabel('Signer 1', { exact: true }).fill('release@example.com');
  await signed.getByLabel('Issuer').fill('https://accounts.example.com');
  await page.getByText('The draft can be set.').waitFor();
  await signed.getByRole('button', { name: 'Add a key' }).click();
  await signed.getByLabel('Public key 1', { exact: true }).fill(KEY);
  await page.getByText('The draft can be set.').waitFor();
  const text = await page.evaluate(() => sessionStorage.getItem('stagegate-draft policy census-income'));
  const { rules } = (JSON.parse(text!) as Policy['document']).stages.Production;
  expect(rules.at(-1)).toMatchObject({
    kind: 'metadata',
    require: [
      {
        path: 'artifactDigest',
        op: 'verified',
        keys: [KEY],
        identities: [{ subject: 'release@example.com', issuer: 'https://accounts.example.com' }],
      },
    ],
  });
  await signed.getByRole('button', { name: 'Remove Public key 1' }).click();
  await signed.getByLabel('Public key 1', { exact: true }).waitFor({ state: 'detached' });
  expect(await admin.findingsOfBothThemes()).toEqual([]);
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('a draft stays, and is not set over a change that somebody made meanwhile', async () => {
  const { page } = admin;
  await go(POLICY);
  await floor().getByLabel('Limit').fill('0.5');
  await page.reload();
  await page.getByText('"min": 0.5').waitFor();
  const { document, revision } = await policy();
  await page.getByRole('button', { name: `Save as r${revision + 1} …` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('auc-floor', { exact: true }).waitFor();
  await page.route('**/gate-policy', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await service.ask('PUT', '/models/census-income/gate-policy', { ...document, name: 'renamed' });
  await dialog.getByRole('button', { name: /^Set r/ }).click();
  await dialog.getByText('PRECONDITION_FAILED').waitFor();
  await page.unroute('**/gate-policy');
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await page.getByText(`Someone changed the policy meanwhile: r${revision + 1} is in force.`).waitFor();
  await page.getByRole('button', { name: `Go on from r${revision + 1}` }).click();
  await page.getByRole('button', { name: `Save as r${revision + 2} …` }).click();
  await dialog.getByText('renamed', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: `Set r${revision + 2}` }).click();
  await page.getByText(`r${revision + 2} is in force.`).waitFor();
  admin.faults.splice(0);
});

it('a contributor drafts and may not set; a viewer reads', async () => {
  const [cora, vera] = [await signedIn('cora', 'contributor'), await signedIn('vera', 'viewer')];
  await go(POLICY, cora);
  await production(cora).getByLabel('Limit').first().fill('0.7');
  await cora.page.getByText('The draft can be set.').waitFor();
  const reason = 'Your roles do not let you set policies. An administrator can.';
  await waitUntilLocked(cora.page.getByRole('button', { name: /^Save as/ }), reason);
  await go(POLICY, vera);
  expect(await production(vera).getByLabel('Limit').first().isDisabled()).toBe(true);
  expect([...cora.faults, ...vera.faults]).toEqual([]);
  await Promise.all([cora.close(), vera.close()]);
});

it('a model without a policy begins with an empty one, and so does the default', async () => {
  const { page } = admin;
  await go('/models/bare/policy');
  await page.getByText('This model has no policy of its own.').waitFor();
  await go('/policy');
  await page.getByText('No default was set.').waitFor();
  await production().getByRole('button', { name: 'Add a rule' }).click();
  await page.getByText('The draft can be set.').waitFor();
  await page.getByRole('button', { name: 'Save as r1 …' }).click();
  await page.getByRole('button', { name: 'Set r1' }).click();
  await page.getByText('r1 is in force.').waitFor();
  expect(admin.faults.splice(0)).toEqual([]);
});

it.each([POLICY, `${POLICY}?revision=2`, '/policy', '/models/bare/policy'])(
  '%s is without a finding, on every screen and in both themes',
  async (path) => {
    const show = async () => {
      await go(path);
      await editor().waitFor();
    };
    expect(await faultsOf(admin, show)).toEqual([]);
  },
);
