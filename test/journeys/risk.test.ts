import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveAppliance, type ServedAppliance } from '../support/appliance.ts';
import {
  accessibilityFaults,
  browseAs,
  DESKTOP,
  PHONE,
  startBrowser,
  type BrowsingPerson,
} from '../support/browser.ts';
import { isTooWide } from '../support/gallery.ts';
import { scratch } from '../support/scratch.ts';
import { addSource, setUp } from './steps.ts';

/** An administrator for whom one CPR number is grave already, and who thinks better of it. All numbers are invented. */
describe('What risk is computed from, changed by its administrator', function () {
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
    writeFileSync(join(share, 'post.txt'), 'Skriv til mette@example.dk.\n');
    [appliance, browser] = await Promise.all([serveAppliance(place.path('state')), startBrowser()]);
    person = await browseAs(browser, { address: appliance.address, language: 'da' });
    page = person.page;
    await page.goto('/');
    await setUp(page, appliance.setUpCode ?? '');
    await addSource(page, 'Fællesdrev', share);
    await page.click('form[action$="/scans"] button');
    await seen(() =>
      page
        .locator('form.run-cancel')
        .count()
        .then((count) => count === 0),
    );
  });

  after(async () => {
    await browser.close();
    await appliance.stop();
    place.remove();
  });

  /** Loads the page again until it shows what is waited for. */
  const seen = async (isThere: () => Promise<boolean>): Promise<void> => {
    while (!(await isThere())) {
      await page.waitForTimeout(200);
      await page.reload();
    }
  };
  const riskOf = async (name: string): Promise<string> => {
    await page.goto('/files?risk=any');
    return page.locator('.table-rows tbody tr', { hasText: name }).locator('.badge').first().innerText();
  };

  it('shows on a file’s page what its score is made of', async () => {
    assert.equal(await riskOf('brev.txt'), 'Mellem risiko');
    await page.click('text=brev.txt');
    await page.click('.file-arithmetic > summary');
    const arithmetic = await page.locator('.file-arithmetic').innerText();
    assert.match(arithmetic, /CPR-nummer: 1\s+42 point; 9\d\s% sikker/);
    assert.match(arithmetic, /Navn sammen med personnummer/);
    assert.deepEqual(await accessibilityFaults(page), []);
  });

  it('tells what a change would do', async () => {
    await page.goto('/risk-weights');
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.click('.weights-fold >> nth=0 >> summary');
    await page.setViewportSize(PHONE);
    assert.equal(await isTooWide(page), false, 'wider than a phone');
    await page.setViewportSize(DESKTOP);
    await page.fill('[name="types.DK_CPR.first"]', '70,5');
    await page.click('form[action="/risk-weights/preview"] button.btn-primary');
    const preview = await page.locator('main').innerText();
    assert.match(preview, /1 fil skifter risiko, af 2 med personoplysninger/);
    assert.match(preview, /42 bliver til 70,5/);
    assert.deepEqual(await accessibilityFaults(page), []);
  });

  it('is changed with a reason, and every file with it', async () => {
    await page.fill('#field-reason', 'Efter vores egen vurdering');
    await page.click('form[action="/risk-weights"] button.btn-primary');
    await seen(() =>
      page
        .locator('#recount progress')
        .count()
        .then((count) => count === 0),
    );
    assert.match(await page.locator('main').innerText(), /Efter vores egen vurdering/);
    assert.equal(await riskOf('brev.txt'), 'Høj risiko');
  });

  it('is taken back by having the old version again', async () => {
    await page.goto('/risk-weights');
    await page.click('form[action="/risk-weights/preview"] button[aria-label*="version 1"]');
    await page.fill('#field-reason', 'Det var for meget');
    await page.click('form[action="/risk-weights"] button.btn-primary');
    await seen(() =>
      page
        .locator('#recount progress')
        .count()
        .then((count) => count === 0),
    );
    assert.equal(await riskOf('brev.txt'), 'Mellem risiko');
  });

  it('is on the record with the reasons', async () => {
    await page.goto('/record');
    const record = await page.locator('main').innerText();
    assert.match(record, /Ændrede vægtene, som risikoen regnes med/);
    assert.match(record, /Det var for meget/);
  });

  it('gives the browser nothing to complain about', () => {
    assert.deepEqual(person.complaints, []);
  });
});
