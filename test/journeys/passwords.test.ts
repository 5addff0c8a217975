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
import { agileOf } from '../support/documents/locked-package-maker.ts';
import { lockedZip } from '../support/documents/locked-zip-maker.ts';
import { docxOf, paragraph } from '../support/documents/office-maker.ts';
import { scratch } from '../support/scratch.ts';
import { addSource, scanEnded, setUp } from './steps.ts';

const LETTER = 'Mette Prøvesen, cpr-nr. 070761-4285, er noteret.';
const PASSWORD = 'Skovmus-77';

/** An administrator gives a password, and what it opens is read at once; in the real workers. */
describe('Protected files, opened by a password that somebody gave', function () {
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
    writeFileSync(join(share, 'aaben.txt'), `${LETTER}\n`);
    writeFileSync(join(share, 'brev.docx'), agileOf(docxOf(paragraph(LETTER)), PASSWORD));
    writeFileSync(
      join(share, 'pakke.zip'),
      lockedZip([{ name: 'a.txt', content: LETTER, password: PASSWORD }]),
    );
    [appliance, browser] = await Promise.all([serveAppliance(place.path('state')), startBrowser()]);
    const { address } = appliance;
    person = await browseAs(browser, { address, language: 'da' });
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

  it('are counted, and lead to where passwords are given', async () => {
    await page.goto('/coverage');
    await page.click('main a[href="/coverage/passwords"]');
    assert.match(await page.locator('.headline').innerText(), /^2 filer er beskyttet/);
  });

  it('are told of on pages without accessibility faults', async () => {
    for (const path of ['/coverage', '/files?reason=encrypted']) {
      await page.goto(path);
      if (path.startsWith('/files')) await page.click('.table-rows tbody a');
      assert.deepEqual(await accessibilityFaults(page), [], path);
    }
    await page.goto('/coverage/passwords');
  });

  it('are tried again with the password, and read', async () => {
    await page.fill('[name=label]', 'Lønkontoret');
    await page.fill('[name=passwords]', PASSWORD);
    await page.click('form[action="/coverage/passwords"] button');
    await page.click('form[action="/coverage/passwords/scans"] button');
    await scanEnded(page);
    await page.goto('/coverage');
    assert.match(await page.locator('.headline').innerText(), /^Alle 3 filer er læst/);
  });

  it('have left the password nowhere: on no page, in no log', async () => {
    for (const path of ['/coverage/passwords', '/record']) {
      await page.goto(path);
      assert.ok(!(await page.content()).includes(PASSWORD), path);
    }
    assert.ok(!appliance.printed().includes(PASSWORD));
  });

  it('have a page without accessibility faults that fits a phone', async () => {
    await page.goto('/coverage/passwords');
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.setViewportSize(PHONE);
    const [width, visible] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    assert.ok(width <= visible);
    assert.deepEqual(person.complaints, []);
  });
});
