import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Somebody at a browser of their own: own cookies, and a note of everything that the browser complains about. */
export interface BrowsingPerson {
  readonly page: Page;
  /** Faults of pages, refused content (CSP) and other errors on the browser's console, in order. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Debian's chromium without a window. @throws Error when it is not installed */
export async function startBrowser(): Promise<Browser> {
  const executablePath = '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('chromium is missing: scripts/setup --test installs it');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** Opens a browser of its own for one person. */
export async function browseAs(
  browser: Browser,
  options: { address: string; language: 'da' | 'en'; javaScript?: boolean; width?: number; dark?: boolean },
): Promise<BrowsingPerson> {
  const context: BrowserContext = await browser.newContext({
    baseURL: options.address,
    ignoreHTTPSErrors: true,
    locale: options.language === 'da' ? 'da-DK' : 'en-GB',
    javaScriptEnabled: options.javaScript ?? true,
    viewport: { width: options.width ?? DESKTOP.width, height: DESKTOP.height },
    colorScheme: options.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || REFUSED_ON_PURPOSE.test(message.text())) return;
    complaints.push(`console: ${message.text()}`);
  });
  return { page, complaints, close: () => context.close() };
}

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What axe finds wrong with the page, as "rule: element"; nothing is excepted. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // "Legacy" means that frames of other sites are not looked into; there are none, and it takes half the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium notes every answer from 400 up as an error; the journeys ask for refusals and look at the status itself. */
const REFUSED_ON_PURPOSE = /^Failed to load resource: the server responded with a status of 4\d\d/;
