import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveAppliance, type ServedAppliance } from '../support/appliance.ts';
import { accessibilityFaults, browseAs, startBrowser } from '../support/browser.ts';
import { openGallery } from '../support/gallery.ts';
import { scratch } from '../support/scratch.ts';
import { addSource, scanEnded, setUp, switchLanguage } from './steps.ts';

/** A letter about somebody and a policy with the same words, as their administrator sees them. All people are invented. */
describe('Special categories on the pages', function () {
  this.timeout(60_000);
  // Each step needs what the ones before it made.
  this.bail(true);
  const place = scratch();
  const share = place.path('share');
  let appliance: ServedAppliance;
  let browser: Browser;
  let page: Page;

  before(async () => {
    mkdirSync(share);
    writeFileSync(
      join(share, 'brev.txt'),
      'Kære Mette Prøvesen.\n\nDu er sygemeldt med depression, og du er medlem af HK.\n',
    );
    writeFileSync(
      join(share, 'politik.txt'),
      'Vejledning om sygdom: Alle sygemeldte medarbejdere skal ringe, jf. lovens § 7. Depression er hyppig.\n',
    );
    [appliance, browser] = await Promise.all([serveAppliance(place.path('state')), startBrowser()]);
    const person = await browseAs(browser, { address: appliance.address, language: 'da' });
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

  it('stand on the page of the letter, with their reasons', async () => {
    await page.goto('/files?risk=any');
    await page.click('text=brev.txt');
    for (const details of await page.locator('main details > summary').all()) await details.click();
    const text = await page.locator('main').innerText();
    assert.match(text, /Helbred/);
    assert.match(text, /Fagforening/);
    assert.match(text, /et navn efter 'kære'/);
    assert.deepEqual(await accessibilityFaults(page), []);
  });
  it('do not show their words', async () => {
    assert.doesNotMatch(await page.locator('main').innerText(), /sygemeldt|depression/);
  });
  it('are there in English', async () => {
    await openGallery().take(page, 'special-categories');
    await switchLanguage(page, 'en');
    await openGallery().take(page, 'special-categories');
    assert.match(await page.locator('main').innerText(), /Health/);
  });
  it('are not found in the policy', async () => {
    await page.goto('/files?risk=any');
    assert.equal(await page.locator('.table-rows tbody tr', { hasText: 'politik.txt' }).count(), 0);
  });
});
