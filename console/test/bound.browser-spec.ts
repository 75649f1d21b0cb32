import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person, waitUntilLocked } from './browser.js';
import { Service } from './service.js';

let service: Service;
let browser: Browser;
/** Administers one model and nothing else. */
let bina: Person;
let token: string;

const RULES = [{ id: 'floor', metric: 'accuracy', min: 0.8 }];

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  for (const name of ['hers', 'theirs']) {
    await service.ask('POST', '/models', { name });
    await service.ask('PUT', `/models/${name}/gate-policy`, { rules: RULES });
  }
  await service.ask('POST', '/role-bindings', { subject: 'bina', role: 'admin', model: 'hers' });
  await service.ask('POST', '/role-bindings', { subject: 'bina', role: 'viewer' });
  ({ token } = await service.issue('bina'));
  bina = await Person.at(browser);
  await bina.signIn(service.url, token);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

function go(path: string): Promise<void> {
  return bina.opens(`${service.url}/console${path}`);
}

function button(name: string) {
  return bina.page.getByRole('button', { name });
}

/** Waits until a button can be pressed. */
function waitUntilFree(name: string): Promise<void> {
  return bina.page.getByRole('button', { name, disabled: false }).waitFor();
}

it('who administers one model sets its policy, and reads those of the others and the default', async () => {
  const { page } = bina;
  await go('/models/hers/policy');
  await page.getByRole('listitem').filter({ hasText: 'floor' }).getByLabel('Limit').fill('0.85');
  await page.getByText('The draft can be set.').waitFor();
  await button('Save as r2 …').click();
  await button('Set r2').click();
  await page.getByText('r2 is in force.').waitFor();
  for (const [path, save] of [
    ['/models/theirs/policy', 'Save as r2 …'],
    ['/policy', 'Save as r1 …'],
  ] as const) {
    await go(path);
    await waitUntilLocked(button(save), /^Your roles do not let you set policies\./);
    await page.getByText('Your roles do not let you draft policies.').first().waitFor();
  }
  expect(bina.faults.splice(0)).toEqual([]);
});

it('they may bind roles, trust jobs and freeze, as the service lets whoever may so anywhere, but make no role', async () => {
  for (const [path, name] of [
    ['/admin/roles', 'Bind a role …'],
    ['/admin/trust-rules', 'Make a rule …'],
    ['/admin/freezes', 'Freeze …'],
  ] as const) {
    await go(path);
    await waitUntilFree(name);
  }
  await go('/admin/roles');
  await waitUntilLocked(button('Make a role …'), /^Your roles do not let you make roles\./);
  await button('Remove admin from bina').waitFor();
  await button(`Signed in as bina`).click();
  await bina.page.getByText(/^You may read, .*set policies/).waitFor();
  expect(bina.faults.splice(0)).toEqual([]);
});

it('they end the freezes of their model alone', async () => {
  const window = { reason: 'A test.', start: '2020-01-01T00:00:00Z', end: '2120-01-01T00:00:00Z' };
  await service.ask('POST', '/freezes', { ...window, name: 'One', models: ['hers'] });
  await service.ask('POST', '/freezes', { ...window, name: 'Both', models: ['hers', 'theirs'] });
  const { id } = await service.ask<{ id: string }>('POST', '/freezes', { ...window, name: 'All' });
  await go('/admin/freezes');
  await waitUntilFree('End the freeze One');
  await waitUntilLocked(button('End the freeze Both'), /^Your roles do not let you freeze\./);
  await waitUntilLocked(button('End the freeze All'), /^Your roles do not let you freeze\./);
  await button('End the freeze One').click();
  const dialog = bina.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'End the freeze' }).click();
  // Beneath a dialog no button is told of, gone or not.
  await dialog.waitFor({ state: 'detached' });
  await button('End the freeze One').waitFor({ state: 'detached' });
  await service.ask('DELETE', `/freezes/${id}`);
  expect(bina.faults.splice(0)).toEqual([]);
});

it('they withdraw what they asked for of their model', async () => {
  const { version } = await service.askAs<{ version: number }>(token, 'POST', '/models/hers/versions', {
    artifactUri: 's3://models/hers',
    artifactDigest: `sha256:${'1'.repeat(64)}`,
  });
  await service.ask('POST', `/models/hers/versions/${version}/evaluations`, {
    dataset: { name: 'held-out', version: '1' },
    metrics: [{ name: 'accuracy', value: 0.95, count: 1000 }],
  });
  await service.ask('PUT', '/models/hers/gate-policy', {
    rules: RULES,
    approvals: { slots: [{ count: 1, role: 'approver' }] },
    allowSkipStaging: true,
  });
  const { id } = await service.askAs<{ id: string }>(token, 'POST', `/models/hers/versions/${version}/transitions`, {
    toStage: 'Production',
  });
  await go(`/transitions/${id}`);
  await button('Withdraw').click();
  await bina.page
    .getByText(/withdrawn/i)
    .first()
    .waitFor();
  expect(bina.faults.splice(0)).toEqual([]);
});
