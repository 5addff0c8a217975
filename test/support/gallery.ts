import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, PHONE } from './browser.ts';

/** Pictures of the pages for people to look at, in output/screenshots/, and what axe said of each page. */
export interface Gallery {
  /** Takes the page as it is, at both widths: `<name>.<language>.<width>.png`. */
  take(page: Page, name: string): Promise<void>;
  /** What was wrong with the pages taken: rules of accessibility, and pages wider than a phone. */
  readonly faults: readonly string[];
}

export function openGallery(folder = 'output/screenshots'): Gallery {
  mkdirSync(folder, { recursive: true });
  const faults: string[] = [];
  const lookedInto = new Set<string>();
  return {
    faults,
    async take(page, name) {
      const language = (await page.locator('html').getAttribute('lang')) ?? 'none';
      for (const [width, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
        await page.setViewportSize(size);
        const picture = `${name}.${language}.${width}`;
        await page.screenshot({ path: join(folder, `${picture}.png`), fullPage: true });
        // Once a page: axe takes longer than all else here. Every other page is looked into as the phone shows it.
        if (!lookedInto.has(name) && (lookedInto.size % 2 === 0) === (width === 'desktop')) {
          lookedInto.add(name);
          for (const fault of await accessibilityFaults(page)) faults.push(`${picture}: ${fault}`);
        }
        if (await isTooWide(page)) faults.push(`${picture}: wider than the screen`);
      }
      await page.setViewportSize(DESKTOP);
    },
  };
}

/** Whether somebody would have to scroll sideways. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
