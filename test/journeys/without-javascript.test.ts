import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveAppliance, type ServedAppliance } from '../support/appliance.ts';
import { browseAs, PHONE, startBrowser, type BrowsingPerson } from '../support/browser.ts';
import { scratch } from '../support/scratch.ts';
import {
  addSource,
  CREATOR,
  everyListedFile,
  numberIn,
  setPace,
  setUp,
  signIn,
  STAFF,
  statusOf,
} from './steps.ts';

/** The same trip on a phone whose browser runs no scripts, in English: forms and links alone must do. */
describe('A first visit without JavaScript', function () {
  this.timeout(60_000);
  // Each step needs what the ones before it made.
  this.bail(true);
  const place = scratch();
  const share = place.path('share');
  const people: BrowsingPerson[] = [];
  let appliance: ServedAppliance;
  let browser: Browser;
  let page: Page;
  let source = '';

  const somebody = async (): Promise<BrowsingPerson> => {
    const options = { language: 'en', javaScript: false, width: PHONE.width } as const;
    const person = await browseAs(browser, { address: appliance.address, ...options });
    people.push(person);
    return person;
  };

  before(async () => {
    writeSmallShare(share);
    [appliance, browser] = await Promise.all([serveAppliance(place.path('state')), startBrowser()]);
    ({ page } = await somebody());
  });

  after(async () => {
    await browser.close();
    await appliance.stop();
    place.remove();
  });

  it('sets the appliance up', async () => {
    await page.goto('/');
    await setUp(page, appliance.setUpCode ?? '');
    await page.waitForURL((url) => url.pathname === '/');
    assert.equal(await page.locator('h1').innerText(), 'Overview');
  });

  it('signs out of the menu and in again', async () => {
    await page.click('.menu summary');
    await page.click('.menu-panel button');
    await page.waitForURL((url) => url.pathname === '/sign-in');
    await signIn(page, CREATOR.email, CREATOR.password);
  });

  it('adds a source and starts a scan of it', async () => {
    await addSource(page, 'Shared', share);
    source = new URL(page.url()).pathname;
    await setPace(page, '2');
    await page.click('form[action$="/scans"] button');
    await page.waitForURL(/\/scans\//);
    assert.match(await page.locator('.progress-words').innerText(), /Under way|Waiting/);
  });

  it('shows the scan going on and ending, by loading the page again by itself', async () => {
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.locator('#run a[href="/files"]').waitFor();
    assert.ok(loads > 0);
    assert.match(await page.locator('.progress-words span').innerText(), /^6 of 6 files/);
  });

  it('filters the list, opens a file and shows a value for a reason', async () => {
    await page.click('#run a[href="/files"]');
    await page.selectOption('#field-type', 'DK_CPR');
    await page.click('.filters button');
    assert.equal(numberIn(await page.locator('.page-subtitle').innerText()), 4);
    await page.locator('.table-rows a').first().click();
    await page.locator('.finding-open summary').first().click();
    await page.locator('input[name="reason"]').first().fill('Request for access 7');
    await page.locator('.finding-open button').first().click();
    assert.match(await page.locator('.finding-clear').innerText(), /^\d{6}-\d{4}$/);
    await page.goto('/record');
    assert.equal(await page.locator('.table-rows tr', { hasText: 'Request for access 7' }).count(), 1);
  });

  it('invites a member of staff, who sees their own folder and no other', async () => {
    await page.goto('/people');
    await page.fill('#field-name', STAFF.name);
    await page.click('main form[action="/people"] button');
    const code = await page.locator('.slip-code').innerText();
    await page.goto(source);
    await page.getByRole('link', { name: 'Bodil', exact: true }).click();
    await page.selectOption('#field-person', { label: STAFF.name });
    await page.click('.mapping-form button');
    await page.waitForSelector('.notice-done');

    const { page: own } = await somebody();
    await own.goto('/join');
    await own.fill('#field-code', code);
    await own.click('main button');
    await own.fill('#field-password', STAFF.password);
    await own.fill('#field-passwordAgain', STAFF.password);
    await own.click('main form[action="/join/password"] button');
    await own.waitForURL((url) => url.pathname === '/');
    await own.goto('/files');
    const names = (await everyListedFile(own)).map(({ name }) => name);
    assert.deepEqual(names.sort(), ['note 0.txt', 'note 1.txt', 'note 2.txt']);
    assert.equal(await statusOf(own, source), 403);
  });

  it('made no browser complain', () => {
    assert.deepEqual(
      people.flatMap(({ complaints }) => complaints),
      [],
    );
  });
});

/** Two folders with three notes each; all but one of each hold an invented CPR number. */
function writeSmallShare(folder: string): void {
  for (const name of ['Bodil', 'Others']) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const [index, number] of ['010190-1019', '020290-1013', null].entries()) {
      const text = number === null ? 'Kaffe, te og kage' : `Ansat\nCPR-nummer: ${number}`;
      writeFileSync(join(folder, name, `note ${index}.txt`), text);
    }
  }
}
