import { type Person } from './browser.js';

const HEIGHT = 800;
/** A desk and a phone, each with the width beyond it. */
const SCREENS = [
  { width: 1280, beyond: 3840 },
  { width: 360, beyond: 320 },
];

/**
 * Whatever is wrong with a page by itself: it scrolls sideways, axe finds something in either theme, it breaks the policy, or text
 * that somebody stored does something else than stand there. A page is loaded on a desk and on a phone, and drawn out from there.
 */
export async function faultsOf(person: Person, show: () => Promise<void>): Promise<unknown[]> {
  const faults: unknown[] = [];
  const { page } = person;
  for (const { width, beyond } of SCREENS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await show();
    for (const finding of await person.findingsOfBothThemes()) faults.push({ width, ...finding });
    faults.push(...(await deceptionsOf(person)));
    for (const wide of [width, beyond]) {
      await page.setViewportSize({ width: wide, height: HEIGHT });
      // What measures its own width is drawn once more.
      await person.rests();
      const overflow = await person.overflow();
      if (overflow !== 0) faults.push({ width: wide, overflow });
    }
  }
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  return [...faults, ...person.faults.splice(0)];
}

/** Stored text that became more than text: an image, a link that runs, or signs that turn what stands around them. */
export function deceptionsOf({ page }: Person): Promise<unknown[]> {
  return page.evaluate(() => {
    const turning = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
    const { body } = document;
    const named = [...body.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    const links = [...body.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href);
    const images = [...body.querySelectorAll('main img, main iframe, main script, main style, [role="dialog"] img')];
    return [
      ...images.map((element) => ({ element: element.outerHTML })),
      ...links.filter((href) => !/^(https?|mailto):/.test(href)).map((href) => ({ href })),
      ...[...body.innerText.split('\n'), document.title, ...named]
        .filter((text) => turning.test(text))
        .map((text) => ({ text: text.slice(0, 100) })),
    ];
  });
}
