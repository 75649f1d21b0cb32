import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';
import { launch } from '../support/processes/chromium.js';
import { type ThrowAwayService } from '../../demo/throw-away-service.js';
import { type Home } from './home.js';
import { OneHost } from './one-host.js';

const NAME = 'pages';
/** A page that never says what is waited for is given up. */
const LONGEST_WAIT_MS = 180_000;

/** Version 1 in Production, 2 that the gates refuse, and 3 that they let pass. */
async function fill(home: Home): Promise<void> {
  const path = `/api/v1/models/${NAME}`;
  await home.ask('/api/v1/models', 'POST', { name: NAME, description: 'Seen there.', tags: { team: 'risk' } });
  const rules = [{ id: 'floor', metric: 'accuracy', min: 0.8 }];
  await home.ask(`${path}/gate-policy`, 'PUT', { rules, approvals: { slots: [] }, allowSkipStaging: true });
  for (const [index, value] of [0.9, 0.71, 0.95].entries()) {
    await home.ask(`${path}/versions`, 'POST', { artifactUri: `s3://pages/${index}`, tags: { n: `n-${index + 1}` } });
    const metrics = [{ name: 'accuracy', value, count: 500 }];
    const evaluation = { dataset: { name: 'test', version: '1' }, metrics };
    await home.ask(`${path}/versions/${index + 1}/evaluations`, 'POST', evaluation);
  }
  await home.ask(`${path}/versions/1/transitions`, 'POST', { toStage: 'Production' });
}

/** Somebody before MLflow's pages; waits until the page says all of it. */
class Reader {
  constructor(
    private readonly page: Page,
    private readonly url: string,
  ) {}

  async opens(place: string, ...says: string[]): Promise<void> {
    await this.page.goto(`${this.url}/#/${place}`);
    // Only the part after the mark changes, which loads nothing.
    await this.page.reload();
    await this.sees(...says);
  }

  async sees(...texts: string[]): Promise<void> {
    for (const text of texts) await this.page.getByText(text).first().waitFor();
  }

  async presses(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).last().click();
  }

  /** Does what sends this request, and waits for its answer. */
  private async asks(route: string, work: () => Promise<void>): Promise<void> {
    const answered = this.page.waitForResponse((answer) => answer.url().includes(route));
    await Promise.all([answered, work()]);
  }

  /** The pages show either aliases or stages. */
  async looksAtStages(): Promise<void> {
    await this.page.getByRole('switch', { name: 'New model registry UI' }).click();
    await this.presses('Disable');
  }

  async transitions(from: string, to: string): Promise<void> {
    await this.page.getByText(from, { exact: true }).first().click();
    await this.page.getByRole('menuitem').filter({ hasText: to }).click();
    await this.asks('model-versions/transition-stage', () => this.presses('OK'));
  }

  async describes(text: string): Promise<void> {
    await this.page.getByText('Edit', { exact: true }).first().click();
    await this.page.locator('textarea').first().fill(text);
    await this.presses('Save');
  }

  async setsAlias(version: number, alias: string): Promise<void> {
    const row = this.page.getByRole('row').filter({ hasText: `Version ${version}` });
    await row.getByText('Add').click();
    await this.page.getByRole('combobox').last().fill(alias);
    await this.page.keyboard.press('Enter');
    await this.asks('registered-models/alias', () => this.presses('Save aliases'));
  }

  async creates(name: string): Promise<void> {
    await this.presses('Create Model');
    await this.page.getByRole('dialog').getByRole('textbox').first().fill(name);
    await this.presses('Create');
  }
}

async function read(reader: Reader, home: Home): Promise<void> {
  const model = `/api/v1/models/${NAME}`;
  await reader.opens('models', NAME, 'Version 3', 'admin', 'risk');
  await reader.creates('made-there');
  await reader.sees('No models versions are registered yet');
  await reader.opens(`models/${NAME}`, 'Seen there.', 'Version 3', 'champion', 'stagegate.verdict');
  await reader.describes('Changed there.');
  await reader.sees('Changed there.');
  await reader.setsAlias(3, 'blue');
  await reader.opens(`models/${NAME}`, 'blue');
  await reader.opens(`models/${NAME}/versions/2`, 'Registered At', 'n-2');
  await reader.looksAtStages();
  await reader.transitions('None', 'Production');
  await reader.sees('floor');
  await reader.opens(`models/${NAME}/versions/2`, 'FAIL');
  await reader.opens(`models/${NAME}/versions/3`, 'n-3');
  await reader.transitions('None', 'Production');
  await reader.opens(`models/${NAME}/versions/3`, 'Production');
  const { description, productionVersion, aliases } = await home.ask(model);
  assert.deepEqual([description, productionVersion, aliases], ['Changed there.', 3, { blue: 3, champion: 3 }]);
  await home.ask('/api/v1/models/made-there');
}

/** MLflow's own pages, in a browser, with a registry that is ours; answers a line of what they asked. */
export async function showsPages(service: ThrowAwayService, home: Home, tracking: string): Promise<string> {
  await fill(home);
  const host = await OneHost.of(service, tracking);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(LONGEST_WAIT_MS);
    const welcome = page.getByRole('dialog').filter({ hasText: 'with the new Model Registry UI' });
    await page.addLocatorHandler(welcome, () => page.keyboard.press('Escape'));
    await read(new Reader(page, host.url), home);
  } finally {
    await browser.close();
    await host.close();
  }
  const calls = [...new Set(host.asked.map(({ call }) => call))];
  return `MLflow's pages read and change the registry, by ${calls.length} of its routes`;
}
