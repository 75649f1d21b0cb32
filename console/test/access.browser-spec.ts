import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Browser, type Page } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person, waitUntilLocked } from './browser.js';
import { Service } from './service.js';
import { faultsOf } from './soundness.js';

let service: Service;
let browser: Browser;
let admin: Person;

/** Whoever is told: answers each time that it heard. */
async function listen() {
  let heard = 0;
  const server = createServer((request, response) => {
    heard += 1;
    request.resume();
    response.writeHead(204).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, count: () => heard, close: () => server.close() };
}

let receiver: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  const settings = { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' };
  [service, browser, receiver] = await Promise.all([Service.start(settings), launch(), listen()]);
  await service.ask('POST', '/models', { name: 'calm' });
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  receiver?.close();
});

function go(path: string, person = admin): Promise<void> {
  return person.opens(`${service.url}/console${path}`);
}

/** What was refused is a line of Chromium's, too. */
function faultsBesideRefusals(): string[] {
  return admin.faults.splice(0).filter((fault) => !/status of 4\d\d/.test(fault));
}

it('a role is made, bound, unbound and deleted; one that is held is not deleted', async () => {
  const { page } = admin;
  await go('/admin/roles?dialog=role');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('on-call');
  await dialog.getByLabel('transition:rollback').check();
  await dialog.getByLabel('registry:read').check();
  await dialog.getByRole('button', { name: 'Save the role' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Bind a role …' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('nina');
  await dialog.getByLabel('Role').selectOption('on-call');
  await dialog.getByLabel('Model').fill('calm');
  await dialog.getByRole('button', { name: 'Bind', exact: true }).click();
  await page.getByRole('button', { name: 'Remove on-call from nina' }).waitFor();
  await page.getByRole('button', { name: 'Delete the role on-call' }).click();
  await dialog.getByRole('button', { name: 'Delete the role' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('button', { name: 'Remove on-call from nina' }).click();
  await dialog.getByRole('button', { name: 'Remove the binding' }).click();
  await page.getByText('No role is bound.').waitFor();
  await page.getByRole('button', { name: 'Delete the role on-call' }).click();
  await dialog.getByRole('button', { name: 'Delete the role' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Delete the role on-call' }).waitFor({ state: 'detached' });
  expect(faultsBesideRefusals()).toEqual([]);
});

it('a trust rule is made of claims and deleted; of an issuer that is unknown it is refused', async () => {
  const { page } = admin;
  await go('/admin/trust-rules?dialog=create');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('deploys');
  await dialog.getByLabel('Issuer').fill('nowhere');
  await dialog.getByLabel('Audience').fill('stagegate');
  await dialog.getByLabel('Claims').fill('repository_id=12345\nref=refs/heads/*');
  await dialog.getByLabel('Roles').fill('contributor');
  await dialog.getByRole('button', { name: 'Make the rule' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Issuer').fill('https://token.actions.githubusercontent.com');
  await dialog.getByRole('button', { name: 'Make the rule' }).click();
  await page
    .getByText('repository_id=12345, ref=refs/heads/*')
    .or(page.getByText('ref=refs/heads/*, repository_id=12345'))
    .waitFor();
  await page.getByRole('button', { name: 'Delete the trust rule deploys' }).click();
  await dialog.getByRole('button', { name: 'Delete the rule' }).click();
  await page.getByText('No provider’s jobs are trusted yet.').waitFor();
  expect(faultsBesideRefusals()).toEqual([]);
});

async function rotateSecret(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: `New secret for the webhook to ${receiver.url}` }).click();
  await dialog.getByLabel('The former one signs on').selectOption('for an hour');
  const sent = page.waitForRequest((request) => request.url().endsWith('/secret'));
  await dialog.getByRole('button', { name: 'Make the secret' }).click();
  expect((await sent).postDataJSON()).toEqual({ overlapSeconds: 3600 });
  await dialog.getByRole('group', { name: 'Secret' }).getByText('whsec_').waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The model was made before the webhook, which was not told of it. */
async function sendHourAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Send a span again …' }).click();
  const send = dialog.getByRole('button', { name: 'Send it' });
  await waitUntilLocked(send, 'Say from when.');
  const from = await page.evaluate((age) => {
    const at = new Date(Date.now() - age);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, 3_600_000);
  await dialog.getByLabel('From').fill(from);
  await send.click();
  await page.getByText(/^\d+ deliveries are on the way\.$/).waitFor();
  await page.getByRole('row').filter({ hasText: 'dev.stagegate.model.created' }).nth(1).waitFor();
}

it('a webhook shows each secret once, is tried, and tells again what it told or missed; a strange address is refused', async () => {
  const { page } = admin;
  await go('/admin/webhooks?dialog=create');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('ftp://example.com/');
  await dialog.getByLabel('Types').fill('*');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Address').fill(receiver.url);
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await dialog.getByRole('group', { name: 'Secret' }).getByText('whsec_').waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText(/Answered 204 in \d+ ms/).waitFor();
  await service.ask('POST', '/models', { name: 'told' });
  await page.getByRole('button', { name: `See the deliveries to ${receiver.url}` }).click();
  await page.getByRole('region', { name: 'Deliveries' }).getByText(receiver.url).waitFor();
  const row = page.getByRole('row').filter({ hasText: 'dev.stagegate.model.created' });
  await row.getByText('delivered').waitFor();
  const before = receiver.count();
  await row.getByRole('button', { name: /^Send again/ }).click();
  while (receiver.count() === before) await page.waitForTimeout(50);
  await rotateSecret(page);
  await sendHourAgain(page);
  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByText('is off').waitFor();
  expect(faultsBesideRefusals()).toEqual([]);
  const { pathname, search } = new URL(page.url());
  expect(await faultsOf(admin, () => go(`${pathname.replace('/console', '')}${search}`))).toEqual([]);
  await page.getByRole('button', { name: `Delete the webhook to ${receiver.url}` }).click();
  await dialog.getByRole('button', { name: 'Delete the webhook' }).click();
  await page.getByText('No webhook was made yet.').waitFor();
});

it('who may manage none of it sees why', async () => {
  const { token } = await service.issue('vera', 'viewer');
  const vera = await Person.at(browser);
  await vera.signIn(service.url, token);
  for (const [path, button] of [
    ['/admin/roles', 'Bind a role …'],
    ['/admin/trust-rules', 'Make a rule …'],
    ['/admin/webhooks', 'Make a webhook …'],
    ['/admin/freezes', 'Freeze …'],
  ] as const) {
    await go(path, vera);
    await waitUntilLocked(vera.page.getByRole('button', { name: button }), /An administrator can\.$/);
  }
  expect(vera.faults).toEqual([]);
  await vera.close();
});

it.each([
  '/admin/roles',
  '/admin/roles?dialog=bind',
  '/admin/roles?dialog=role',
  '/admin/trust-rules',
  '/admin/trust-rules?dialog=create',
  '/admin/webhooks',
  '/admin/webhooks?dialog=create',
])('%s is without a finding, on every screen and in both themes', async (path) => {
  expect(await faultsOf(admin, () => go(path))).toEqual([]);
});
