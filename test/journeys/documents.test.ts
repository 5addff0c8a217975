import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveAppliance, type ServedAppliance } from '../support/appliance.ts';
import { browseAs, startBrowser } from '../support/browser.ts';
import { openGallery } from '../support/gallery.ts';
import { scratch } from '../support/scratch.ts';
import { addSource, scanEnded, setUp, switchLanguage } from './steps.ts';

/** A payslip, a tenancy agreement and a guide, as the administrator sees them. All people are invented. */
const FILES = {
  'løn maj.txt':
    'Lønseddel\nNavn: Bo Dam  cpr-nr. 070761-4285\nLønperiode: 01.05 - 31.05\nMånedsløn 31.000,00\nAM-bidrag -2.480,00\nA-skat -8.100,00\nUdbetales til konto 20.420,00\n',
  'bolig.txt':
    'Lejekontrakt\nUdlejer: Lis Holm  Lejer: Bo Dam, cpr-nr. 070761-4285\nMånedlig leje: 8.200,00\nDepositum: 24.600,00\n',
  'læs din lønseddel.txt':
    'Sådan læser du din lønseddel\n\nØverst står din månedsløn. Derefter trækkes AM-bidrag, før skatten beregnes. Spørg, hvis du er i tvivl.\n',
};

describe('Kinds of documents on the pages', function () {
  this.timeout(120_000);
  // Each step needs what the ones before it made.
  this.bail(true);
  const place = scratch();
  const share = place.path('share');
  const gallery = openGallery();
  let appliance: ServedAppliance;
  let browser: Browser;
  let page: Page;

  before(async () => {
    mkdirSync(share);
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(share, name), text);
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

  it('stand on the overview, and lead to the list of such files', async () => {
    await page.goto('/');
    assert.match(await page.locator('main').innerText(), /Hvilke slags dokumenter er der\?/);
    await gallery.take(page, 'documents-overview');
    await page.click('a[href="/files?document=payslip"]');
    const text = await page.locator('main').innerText();
    assert.match(text, /løn maj\.txt/);
    assert.doesNotMatch(text, /bolig\.txt|læs din lønseddel/);
  });

  it('stand on the page of the file, with their reasons, in the language of the reader', async () => {
    await page.click('text=løn maj.txt');
    assert.match(await page.locator('main').innerText(), /Lønseddel, \d+\s?% sikker[\s\S]*Hvorfor: /);
    await gallery.take(page, 'documents-file');
    await switchLanguage(page, 'en');
    assert.match(await page.locator('main').innerText(), /Payslip, \d+\s?% sure[\s\S]*Why: /);
    await gallery.take(page, 'documents-file');
  });

  it('are easy to use for everybody', () => {
    assert.deepEqual(gallery.faults, []);
  });
});
