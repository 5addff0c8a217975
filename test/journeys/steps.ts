import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

/** Invented people; the creator of every journey and a member of staff. */
export const CREATOR = {
  name: 'Åse Kjærgaard',
  email: 'aase@fjordby.example',
  password: 'fire heste i skoven',
};
export const STAFF = { name: 'Bodil Ærø-Sørensen', login: 'bodil', password: 'syv grønne lamper gynger' };
export const COMPANY = 'Fjordby Møbler A/S';

/** Makes the invented company's share with the script that people use. */
export async function makeDemoShare(folder: string): Promise<void> {
  await promisify(execFile)(fileURLToPath(new URL('../../scripts/demo-share', import.meta.url)), [folder]);
}

/** Fills in the set-up page, which is open, and sends it. */
export async function setUp(page: Page, code: string, password = CREATOR.password): Promise<void> {
  await page.fill('#field-code', code);
  await page.fill('#field-company', COMPANY);
  await page.fill('#field-name', CREATOR.name);
  await page.fill('#field-email', CREATOR.email);
  await page.fill('#field-password', password);
  await page.fill('#field-passwordAgain', password);
  await page.click('main button');
}

export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#field-login', login);
  await page.fill('#field-password', password);
  await page.click('main button');
  await page.waitForURL((url) => url.pathname === '/');
}

export async function addSource(page: Page, name: string, folder: string): Promise<void> {
  await page.goto('/sources/new');
  await page.fill('#field-name', name);
  await page.fill('#field-folder', folder);
  await page.click('main button');
}

/** The scan's page is loaded again until it offers nothing to stop: a scan without JavaScript's help. */
export async function scanEnded(page: Page): Promise<void> {
  while ((await page.locator('form.run-cancel').count()) > 0) {
    await page.waitForTimeout(200);
    await page.reload();
  }
}

/** Sets how many files a second are read, on the source's page; empty: as fast as it goes. */
export async function setPace(page: Page, filesPerSecond: string): Promise<void> {
  await page.fill('#field-filesPerSecond', filesPerSecond);
  await page.click('form[action$="/pace"] button');
  await page.waitForSelector('.notice-done');
}

/** Presses the switch in the top bar. */
export async function switchLanguage(page: Page, language: 'da' | 'en'): Promise<void> {
  await page.click(`.top-bar button[value="${language}"]`);
  await page.waitForSelector(`html[lang="${language}"]`);
}

/** The list of files as it stands, through all its pages: address, name and folder of each file. */
export async function everyListedFile(page: Page): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for (;;) {
    const links = '.table-rows tbody td:first-child a';
    const addresses = await page.evaluate<string[]>(
      `[...document.querySelectorAll('${links}')].map((link) => link.getAttribute('href'))`,
    );
    const names = await page.locator(links).allInnerTexts();
    const folders = await page.locator('.table-rows tbody td:first-child .cell-note').allInnerTexts();
    addresses.forEach((address, index) =>
      files.push({ address, name: names[index] ?? '', folder: folders[index] ?? '' }),
    );
    const next = page.locator('nav.pages a[rel="next"]');
    if ((await next.count()) === 0) return files;
    await next.click();
  }
}

export interface ListedFile {
  readonly address: string;
  readonly name: string;
  readonly folder: string;
}

/** Opens what a file's page folds: the values of a column, and more of one type. */
export async function openColumns(page: Page): Promise<void> {
  const folded = page.locator('.finding-more:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** The first whole number in a text, written the Danish or the English way. */
export function numberIn(text: string): number {
  return Number(/\d[\d.,]*/.exec(text)?.[0].replaceAll(/[.,]/g, '') ?? NaN);
}

/**
 * Sends what no page of theirs offers: the person's own session, with a token that is good and headers as their browser
 * would set them, so that only the door can refuse. Answers the status.
 */
export async function post(
  page: Page,
  address: string,
  fields: Record<string, string> = {},
): Promise<number> {
  const token = await page.locator('input[name="_csrf"]').first().inputValue();
  const answer = await page.request.post(address, {
    form: { _csrf: token, ...fields },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    maxRedirects: 0,
  });
  return answer.status();
}

/** The status that an address answers with, in this person's browser. */
export async function statusOf(page: Page, address: string): Promise<number> {
  return (await page.goto(address))?.status() ?? 0;
}
