import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
  type Request,
  type Route,
} from 'playwright-core';
import { until } from '../../test/support/limits.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Far longer than any page takes on a busy machine, so that only what would never come is given up. */
const LONGEST_LOOK_MS = 3 * 60_000;
/** How long something is pressed at that may be gone at any time, until it is looked whether it is still there. */
const ONE_TRY_MS = 2_000;

/** How late an answer of the API may come at most, each by chance. With some seconds, what a spec does not wait for shows at once. */
const LATEST_ANSWER_MS = Number(process.env.CONSOLE_LATE_MS ?? 0);

export type Theme = 'light' | 'dark';

export interface Finding {
  theme: Theme;
  rule: string;
  nodes: string[];
}

/**
 * What a theme decides: axe calls these rules `cat.color`, and they are the only ones that look at a colour. Of the three that are
 * called so, color-contrast and link-in-text-block are on; color-contrast-enhanced is off, as by axe's own choice.
 */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Somebody at a browser of their own; whatever goes wrong in it is kept. */
export class Person {
  /** Violations of the policy, errors of the console and of scripts. */
  readonly faults: string[] = [];
  /** What the page waits for an answer to. */
  private readonly asked = new Set<Request>();
  private askedSoFar = 0;

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async at(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.setDefaultTimeout(LONGEST_LOOK_MS);
    if (LATEST_ANSWER_MS > 0) await context.route(/\/api\/v1\/(?!events\/stream)/, answerLate);
    // Before any page, so that nothing is missed; the script of a test is not subject to the page's policy.
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
        console.error(`policy ${violatedDirective} ${blockedURI} ${sourceFile}`),
      );
    });
    const page = await context.newPage();
    const person = new Person(context, page);
    page.on('request', (request) => person.notes(request));
    page.on('requestfinished', (request) => void person.asked.delete(request));
    page.on('requestfailed', (request) => void person.asked.delete(request));
    page.on('console', (message) => void (message.type() === 'error' && person.faults.push(message.text())));
    page.on('pageerror', (error) => void person.faults.push(error.message));
    page.on('dialog', (dialog) => {
      person.faults.push(`The page opened a box: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return person;
  }

  /** Opens a page and waits until it is whole. */
  async opens(url: string): Promise<void> {
    await this.page.goto(url);
    // Beneath a dialog the heading is there for the eye alone.
    await this.page.locator('h1').first().waitFor();
    await this.rests();
  }

  /** Waits until the page has all that it asked for, has drawn it, and asks for nothing more on account of it. */
  async rests(): Promise<void> {
    await until('the page rests', async () => {
      const { askedSoFar } = this;
      if (this.asked.size > 0) return false;
      await this.page.evaluate(async () => {
        for (let look = 0; look < 2; look++) {
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          await new Promise((idle) => requestIdleCallback(idle));
        }
      });
      return this.askedSoFar === askedSoFar;
    });
  }

  /** Presses keys of the console, one right after the other, once what they act on is there: they do nothing beneath a dialog. */
  async presses(...keys: string[]): Promise<void> {
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
    await this.rests();
    await Promise.all(keys.map((key) => this.page.keyboard.press(key)));
  }

  /**
   * Presses a button that asks for something anew, unless what it asks for came by itself before, as it does at intervals. Nothing
   * goes on pressing after that, since another button may be called so later.
   */
  async asksAgain(button: Locator): Promise<void> {
    await until('it is asked for anew, or there', async () => {
      if ((await button.count()) === 0) return true;
      return button.click({ timeout: ONE_TRY_MS }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Types into the field that has the focus, once one has it. */
  async types(text: string): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement?.matches('input, textarea'));
    await this.page.keyboard.type(text);
  }

  /** The stream of events never ends. */
  private notes(request: Request): void {
    if (request.resourceType() === 'eventsource') return;
    this.asked.add(request);
    this.askedSoFar += 1;
  }

  async signIn(url: string, token: string): Promise<void> {
    await this.page.goto(`${url}/console/sign-in`);
    await this.page.getByLabel('Token', { exact: true }).fill(token);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('heading', { name: 'Home' }).waitFor();
    this.faults.splice(0, this.faults.length, ...this.faults.filter((fault) => !isExpected401(fault)));
  }

  /** What axe finds in the theme that is asked for: by its rules and its best practices, or by some rules alone. */
  async findings(theme: Theme, rules?: readonly string[]): Promise<Finding[]> {
    const { page } = this;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
    const found = await page.evaluate(async (values) => {
      const { axe } = window as unknown as { axe: Axe };
      const runOnly = values && { type: 'rule', values };
      const { violations } = await axe.run({ resultTypes: ['violations'], ...(runOnly && { runOnly }) });
      return violations.map(({ id, nodes }) => ({ rule: id, nodes: nodes.map(({ html }) => html) }));
    }, rules);
    return found.map((finding) => ({ theme, ...finding }));
  }

  /** What axe finds in either theme. Only colours differ between the two, so that the second is asked about by their rules alone. */
  async findingsOfBothThemes(): Promise<Finding[]> {
    return [...(await this.findings('light')), ...(await this.findings('dark', RULES_OF_COLOUR))];
  }

  /** By how many pixels a page is wider than the screen. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Waits until a button is locked for a reason. Until all is read that it is decided on, it is locked for that. */
export function waitUntilLocked(button: Locator, reason: string | RegExp): Promise<void> {
  return button.and(button.page().getByTitle(reason, { exact: true })).waitFor();
}

/**
 * Most come soon and some late, so that they come in another order than they were asked for; of those that change nothing half are
 * late as questions, and half as answers, which may be of the past by then.
 */
async function answerLate(route: Route): Promise<void> {
  const late = LATEST_ANSWER_MS * Math.random() ** 2;
  const asked = route.request();
  // Who closed the page meanwhile waits for nothing.
  const answered = asked.resourceType() === 'fetch' && asked.method() === 'GET' && Math.random() < 0.5;
  const response = answered ? await route.fetch().catch(() => null) : null;
  await sleep(late);
  await (response ? route.fulfill({ response }) : route.continue()).catch(() => undefined);
}

/** Chromium writes a line for every answer that refuses; that nobody is signed in yet is how a sign-in begins. */
export function isExpected401(fault: string): boolean {
  return /status of 401/.test(fault);
}
