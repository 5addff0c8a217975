import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveAppliance, type ServedAppliance } from '../support/appliance.ts';
import {
  accessibilityFaults,
  browseAs,
  PHONE,
  startBrowser,
  type BrowsingPerson,
} from '../support/browser.ts';
import { scratch } from '../support/scratch.ts';
import { CREATOR, addSource, scanEnded, setUp, signIn } from './steps.ts';

/** An administrator asks what was not read, has it tried again, and is led to a scan; without JavaScript. */
describe('What was not read, seen and tried again', function () {
  this.timeout(60_000);
  // Each step needs what the ones before it made.
  this.bail(true);
  const place = scratch();
  const share = place.path('share');
  let appliance: ServedAppliance;
  let browser: Browser;
  let person: BrowsingPerson;
  let page: Page;

  before(async () => {
    mkdirSync(share);
    writeFileSync(join(share, 'brev.txt'), 'Mette Prøvesen, cpr-nr. 070761-4285, er noteret.\n');
    writeFileSync(join(share, 'maaling.xyz'), Buffer.alloc(200, '\u0000\u0001\u0007', 'latin1'));
    writeFileSync(join(share, 'pakke.zip'), Buffer.from('504b0304140000000800', 'hex'));
    [appliance, browser] = await Promise.all([serveAppliance(place.path('state')), startBrowser()]);
    const { address } = appliance;
    person = await browseAs(browser, { address, language: 'da', javaScript: false });
    page = person.page;
    await page.goto('/');
    await setUp(page, appliance.setUpCode ?? '');
    await addSource(page, 'Fællesdrev', share);
    await page.click('form[action$="/scans"] button');
    await scanEnded(page);
  });

  after(async () => {
    await browser.close();
    await appliance.stop();
    place.remove();
  });

  it('is a link away from the overview, and adds up', async () => {
    await page.goto('/');
    await page.click('main a[href="/coverage"]:has-text("Hvad er ikke læst")');
    assert.match(await page.locator('.headline').innerText(), /^2 filer er ikke læst helt/);
    const [all, ...parts] = (await page.locator('.coverage-sum strong').allInnerTexts()).map(Number);
    assert.equal(
      parts.reduce((sum, part) => sum + part, 0),
      all,
    );
  });

  it('leads to the files of one reason', async () => {
    await page.click('a[href="/files?reason=unsupported"]');
    assert.deepEqual(await page.locator('.table-rows tbody a').allInnerTexts(), ['maaling.xyz']);
  });

  it('is tried again from the file’s own page', async () => {
    await page.click('.table-rows tbody a');
    await page.click('form[action$="/retries"] button');
    assert.match(await page.locator('main').innerText(), /1 fil prøves igen ved næste scanning/);
  });

  it('is scanned at once, and then nothing waits', async () => {
    await page.click('form[action="/coverage/scans"] button');
    assert.match(page.url(), /\/scans\//);
    await scanEnded(page);
    await page.goto('/coverage');
    assert.equal(await page.locator('form[action="/coverage/scans"]').count(), 0);
  });

  it('has no accessibility faults, and fits a phone', async () => {
    const phone = await browseAs(browser, { address: appliance.address, language: 'da', width: PHONE.width });
    await signIn(phone.page, CREATOR.email, CREATOR.password);
    await phone.page.goto('/coverage');
    assert.deepEqual(await accessibilityFaults(phone.page), []);
    const wide = await phone.page.evaluate('document.documentElement.scrollWidth');
    assert.equal(wide, PHONE.width);
    assert.deepEqual(phone.complaints, []);
    await phone.close();
  });
});
