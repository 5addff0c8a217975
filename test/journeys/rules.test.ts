import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serveAppliance, type ServedAppliance } from '../support/appliance.ts';
import { accessibilityFaults, browseAs, startBrowser, type BrowsingPerson } from '../support/browser.ts';
import { scratch } from '../support/scratch.ts';
import { addSource, everyListedFile, setUp } from './steps.ts';

/** An administrator who wants "Projekt Falkøje" found in every file and the company's own address never again. */
describe("A company's own rules, by a browser without JavaScript", function () {
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
    writeShare(share);
    [appliance, browser] = await Promise.all([serveAppliance(place.path('state')), startBrowser()]);
    person = await browseAs(browser, { address: appliance.address, language: 'da', javaScript: false });
    page = person.page;
    await page.goto('/');
    await setUp(page, appliance.setUpCode ?? '');
    await addSource(page, 'Fællesdrev', share);
    await page.click('form[action$="/scans"] button');
    await scanned(page);
  });

  after(async () => {
    await browser.close();
    await appliance.stop();
    place.remove();
  });

  it('writes a rule for the name of a project', async () => {
    await page.goto('/rules');
    await page.click('.page-actions a');
    await page.fill('#field-title', 'Projekt Falkøje');
    await page.fill('#field-words', 'Projekt Falkøje');
    await page.click('main form button.btn-primary');
    assert.match(await page.locator('main').innerText(), /1 ændring er ikke taget i brug/);
  });

  it('is told what is wrong with a pattern, and where', async () => {
    await page.goto('/rules/new');
    await page.fill('#field-title', 'Sagsnumre');
    await page.selectOption('#field-kind', 'pattern');
    await page.fill('#field-pattern', 'SAG-[0-9');
    await page.click('main form button.btn-primary');
    assert.match(await page.locator('.field-error').innerText(), /mangler en lukkende \]: \[0-9 ved tegn 5/);
    await page.fill('#field-pattern', 'SAG-[0-9]{5}');
    await page.fill('#field-atLeast', '2');
    await page.click('main form button.btn-primary');
    assert.match(await page.locator('main').innerText(), /2 ændringer er ikke taget i brug/);
  });

  it("allows the company's own mail domain, and a folder of templates", async () => {
    await page.goto('/rules/allowed');
    await page.selectOption('form[action="/rules/allowed"] #field-kind', 'domain');
    await page.fill('#field-what', 'info@firma.dk');
    await page.fill('#field-reason', 'Vores eget domæne');
    await page.click('form[action="/rules/allowed"] button');
    await page.fill('form[action="/rules/allowed/places"] [name=folder]', 'Skabeloner');
    await page.fill('form[action="/rules/allowed/places"] [name=reason]', 'Opdigtede eksempler');
    await page.click('form[action="/rules/allowed/places"] button');
    const texts = await page.locator('.rule-list strong').allInnerTexts();
    assert.deepEqual(texts, ['@firma.dk', 'Fællesdrev / Skabeloner']);
  });

  it('tries the draft on real files before it holds', async () => {
    await page.goto('/rules/draft');
    await page.click('form[action="/rules/draft/trial"] button');
    const trial = await page.locator('#trial').innerText();
    assert.match(trial, /4 filer er læst\. Jeres egne regler fandt noget i 2/);
    assert.match(trial, /E-mailadresse: 1 tilladt/);
    assert.match(await page.locator('.rule-snippet mark').first().innerText(), /Projekt Falkøje/i);
    // Names and addresses beside it are masked.
    assert.doesNotMatch(trial, /mette@example\.dk/);
  });

  it('has changed nothing by trying', async () => {
    await page.goto('/files?risk=any');
    const listed = await everyListedFile(page);
    assert.deepEqual(listed.map(({ name }) => name).sort(), ['brev.txt', 'mail.txt', 'notat.txt']);
  });

  it('takes the draft into use with a reason', async () => {
    await page.goto('/rules/draft');
    await page.fill('#field-reason', 'Projektet er fortroligt');
    await page.click('form[action="/rules/versions"] button');
    const text = await page.locator('main').innerText();
    assert.match(text, /Version 1/);
    assert.match(text, /4 filer er læst med andre regler/);
  });

  it('scans again, and the files hold what the rules say', async () => {
    await page.click('form[action="/rules/scans"] button');
    await page.goto('/sources');
    await page.click('.table-rows a');
    await page.click('a[href^="/scans/"]');
    await scanned(page);
    await page.goto('/files?risk=any');
    const listed = await everyListedFile(page);
    assert.deepEqual(listed.map(({ name }) => name).sort(), ['mail.txt', 'notat.txt']);
  });

  it('shows the rule by its title, and what is allowed, on the page of a file', async () => {
    await page.goto('/files?risk=any');
    await page.click('text=mail.txt');
    const text = await page.locator('main').innerText();
    assert.match(text, /Projekt Falkøje/);
    assert.match(text, /Tilladt efter jeres regler/);
    assert.match(await page.content(), /Fundet af virksomhedens egen regel/);
  });

  it('narrows the list to what one rule found', async () => {
    await page.goto('/files');
    await page.selectOption('#field-type', { label: 'Sagsnumre' });
    await page.click('.filters button');
    assert.deepEqual(
      (await everyListedFile(page)).map(({ name }) => name),
      ['notat.txt'],
    );
  });

  it('switches a built-in type off, and goes back to the version before', async () => {
    await page.goto('/rules/built-in');
    await page.uncheck('[name="type.PHONE_NUMBER"]');
    await page.click('form[action="/rules/built-in"] button');
    await page.goto('/rules/draft');
    assert.match(await page.locator('.rule-changes').innerText(), /Slået fra: Telefonnummer/);
    await page.fill('#field-reason', 'Telefonnumre er overalt');
    await page.click('form[action="/rules/versions"] button');
    await page.click('.rule-words summary');
    await page.fill('#reason-1', 'Det var alligevel vigtigt');
    await page.click('form[action="/rules/versions/1/restoration"] button');
    const versions = await page.locator('.rule-list > li strong').allInnerTexts();
    assert.deepEqual(versions, ['Version 3', 'Version 2', 'Version 1']);
    // Equal rules are the same rules: what version 1 read need not be read again.
    assert.doesNotMatch(await page.locator('main').innerText(), /læst med andre regler/);
  });

  it('keeps a list of employees that is never shown', async () => {
    await page.goto('/rules/names');
    await page.fill('#field-title', 'Medarbejdere');
    await page.fill('#field-people', 'Navn;E-mail\nMette Prøvesen;mette@example.dk\nBo Eksempel;\n');
    await page.click('form[action="/rules/names"] button');
    const text = await page.locator('main').innerText();
    assert.match(text, /2 personer/);
    assert.doesNotMatch(text, /Prøvesen/);
  });

  it('finds the files that mention somebody on the list', async () => {
    await page.fill('#field-who', 'Mette Prøvesen');
    await page.click('form[action="/rules/names/mentions"] button');
    assert.match(await page.locator('main').innerText(), /1 fil nævner personen\s+notat\.txt/);
  });

  it('finds who did what on the record, without the words of any rule', async () => {
    await page.goto('/record');
    const text = await page.locator('main').innerText();
    for (const deed of ['Tog nye regler i brug', 'Tilføjede en navneliste']) assert.ok(text.includes(deed));
    assert.doesNotMatch(text, /Falkøje|firma\.dk|SAG-/);
  });

  for (const path of ['', '/new', '/allowed', '/built-in', '/names', '/versions', '/draft']) {
    it(`has no fault that axe finds, nor one that the browser complains of: /rules${path}`, async () => {
      const scripted = await browseAs(browser, { address: appliance.address, language: 'da' });
      await scripted.page.context().addCookies(await page.context().cookies());
      await scripted.page.goto(`/rules${path}`);
      assert.deepEqual(await accessibilityFaults(scripted.page), []);
      assert.deepEqual(scripted.complaints, []);
      await scripted.close();
    });
  }
});

/** Waits on a run's page, which shows its end only when it is loaded anew. */
async function scanned(page: Page): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (/Færdig/i.test(await page.locator('main').innerText())) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
    await page.reload();
  }
  throw new Error('the scan does not end');
}

function writeShare(share: string): void {
  const files = {
    'HR/notat.txt':
      'Om Projekt Falkøje: skriv til Mette Prøvesen, mette@example.dk, om SAG-12345 og SAG-99999.\n',
    'Skabeloner/brev.txt': 'Skabelon. CPR-nr. 070761-4285, eksempel@example.dk\n',
    'mail.txt': 'Om PROJEKT\nFALKØJE: svar til info@firma.dk\n',
    'tom.txt': 'SAG-11111 alene er for lidt.\n',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(share, name)), { recursive: true });
    writeFileSync(join(share, name), text);
  }
}
