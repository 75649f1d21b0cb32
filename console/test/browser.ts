import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The system's Chromium: none is downloaded. */
export function launch(): Promise<Browser> {
  const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

export interface Finding {
  rule: string;
  nodes: string[];
}

/** Somebody at a browser of their own; whatever goes wrong in it is kept. */
export class Person {
  /** Violations of the policy, errors of the console and of scripts. */
  readonly faults: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async at(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    // Before any page, so that nothing is missed; the script of a test is not subject to the page's policy.
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
        console.error(`policy ${violatedDirective} ${blockedURI} ${sourceFile}`),
      );
    });
    const page = await context.newPage();
    const person = new Person(context, page);
    page.on('console', (message) => void (message.type() === 'error' && person.faults.push(message.text())));
    page.on('pageerror', (error) => void person.faults.push(error.message));
    page.on('dialog', (dialog) => {
      person.faults.push(`The page opened a box: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return person;
  }

  async signIn(url: string, token: string): Promise<void> {
    await this.page.goto(`${url}/console/sign-in`);
    await this.page.getByLabel('Token', { exact: true }).fill(token);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('heading', { name: 'Home' }).waitFor();
    this.faults.splice(0, this.faults.length, ...this.faults.filter((fault) => !isExpected401(fault)));
  }

  /** What axe finds by its rules and its best practices, in the theme that is asked for. */
  async findings(theme: 'light' | 'dark'): Promise<Finding[]> {
    await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await this.page.evaluate(AXE);
    const found = await this.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => ({ rule: id, nodes: nodes.map(({ html }) => html) }));
    });
    return found;
  }

  /** By how many pixels a page is wider than the screen. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Chromium writes a line for every answer that refuses; that nobody is signed in yet is how a sign-in begins. */
export function isExpected401(fault: string): boolean {
  return /status of 401/.test(fault);
}
