import { type Person } from './browser.js';

const HEIGHT = 800;

/** Whatever is wrong with a page by itself: it scrolls sideways, axe finds something in either theme, or it breaks the policy. */
export async function faultsOf(person: Person, show: () => Promise<void>): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const width of [1280, 360, 320, 3840]) {
    await person.page.setViewportSize({ width, height: HEIGHT });
    await show();
    const overflow = await person.overflow();
    if (overflow !== 0) faults.push({ width, overflow });
    if (width !== 1280 && width !== 360) continue;
    for (const theme of ['light', 'dark'] as const)
      for (const finding of await person.findings(theme)) faults.push({ width, theme, ...finding });
  }
  await person.page.setViewportSize({ width: 1280, height: HEIGHT });
  return [...faults, ...person.faults.splice(0)];
}
