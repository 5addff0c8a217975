import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { presentedFingerprint, serveAppliance, type ServedAppliance } from '../support/appliance.ts';
import { browseAs, startBrowser, type BrowsingPerson } from '../support/browser.ts';
import { openGallery } from '../support/gallery.ts';
import { scratch } from '../support/scratch.ts';
import {
  addSource,
  COMPANY,
  CREATOR,
  everyListedFile,
  makeDemoShare,
  numberIn,
  openColumns,
  post,
  setPace,
  setUp,
  signIn,
  STAFF,
  statusOf,
  switchLanguage,
  type ListedFile,
} from './steps.ts';

/** From the console's set-up code to a member of staff who sees one folder: each step stands on the ones before it. */
describe('A first visit', function () {
  this.timeout(60_000);
  // Each step needs what the ones before it made.
  this.bail(true);
  const place = scratch();
  const share = place.path('Fællesdrev');
  const gallery = openGallery();
  const people: BrowsingPerson[] = [];
  let appliance: ServedAppliance;
  let browser: Browser;
  let page: Page;
  let source = '';
  let slip = { address: '', code: '' };
  let mapped = '';
  let companyFiles: ListedFile[] = [];
  let foreign = { address: '', finding: '' };

  const somebody = async (): Promise<BrowsingPerson> => {
    const person = await browseAs(browser, { address: appliance.address, language: 'da' });
    people.push(person);
    return person;
  };
  const inBothLanguages = async (names: Record<string, string>, by: Page): Promise<void> => {
    for (const language of ['en', 'da'] as const) {
      await switchLanguage(by, language);
      for (const [name, address] of Object.entries(names)) {
        await by.goto(address);
        await gallery.take(by, name);
      }
    }
  };

  before(async () => {
    [appliance, browser] = await Promise.all([
      serveAppliance(place.path('state')),
      startBrowser(),
      makeDemoShare(share),
    ]);
    ({ page } = await somebody());
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    for (const [index, person] of people.entries())
      await person.page.screenshot({ path: `output/screenshots/failed-${index}.png` });
  });

  after(async () => {
    await browser.close();
    await appliance.stop();
    place.remove();
  });

  describe('for the creator', () => {
    it('begins with a fingerprint on the console that is the one the server presents', async () => {
      assert.equal(appliance.fingerprint, await presentedFingerprint(appliance.address));
    });

    it('opens at the set-up page', async () => {
      await page.goto('/');
      assert.equal(new URL(page.url()).pathname, '/set-up');
      await inBothLanguages({ 'set-up': '/set-up' }, page);
    });

    it('says which field is wrong when the password is short', async () => {
      await setUp(page, appliance.setUpCode ?? '', 'kort');
      assert.match(await page.locator('#field-password-error').innerText(), /12 tegn/);
      await gallery.take(page, 'set-up-short-password');
    });

    it('refuses a set-up code that is not the one on the console', async () => {
      await setUp(page, 'AB1CD-23EFG-H4JKM-5NPQR');
      assert.match(await page.locator('#field-code-error').innerText(), /passer ikke/);
    });

    it('makes the holder of the code the creator, who is signed in at once', async () => {
      await setUp(page, appliance.setUpCode ?? '');
      await page.waitForURL((url) => url.pathname === '/');
      assert.equal(await page.locator('.top-bar-company').innerText(), COMPANY);
      for (const [name, address] of [
        ['dashboard-empty', '/'],
        ['files-empty', '/files'],
        ['sources-empty', '/sources'],
      ] as const) {
        await page.goto(address);
        await gallery.take(page, name);
      }
    });

    it('lets the creator sign out, and in again', async () => {
      await page.click('.menu summary');
      await page.click('.menu-panel button');
      await page.waitForURL((url) => url.pathname === '/sign-in');
      await inBothLanguages({ 'sign-in': '/sign-in' }, page);
      await signIn(page, CREATOR.email, CREATOR.password);
    });

    it('says what is wrong with a folder that is not there', async () => {
      await addSource(page, 'Fællesdrev', `${share}-findes-ikke`);
      assert.match(await page.locator('#field-folder-error').innerText(), /findes ikke/);
      await gallery.take(page, 'sources-new-missing-folder');
    });

    it('adds the demo share as a source', async () => {
      await addSource(page, 'Fællesdrev', share);
      await page.waitForURL(/\/sources\/[\w-]{22}$/);
      source = new URL(page.url()).pathname;
      await gallery.take(page, 'source-unscanned');
    });

    it('starts one scan, however often it is asked to, and stops it when asked', async () => {
      await setPace(page, '1');
      await page.click('form[action$="/scans"] button');
      await page.waitForURL(/\/scans\//);
      const run = new URL(page.url()).pathname;
      await gallery.take(page, 'scan-running');
      await page.goto(source);
      assert.equal(await page.locator('form[action$="/scans"] button').count(), 0);
      assert.equal(await post(page, `${source}/scans`), 303);
      await page.click(`a[href="${run}"]`);
      await page.click('#run-cancel');
      await page.locator('#run', { hasText: 'Stoppet' }).waitFor();
      await gallery.take(page, 'scan-stopped');
    });

    it('shows how a scan goes on, without the page being loaded again', async () => {
      await page.goto(source);
      await setPace(page, '150');
      await page.click('form[action$="/scans"] button');
      await page.waitForURL(/\/scans\//);
      let loads = 0;
      page.on('load', () => (loads += 1));
      const seen = new Set<number>();
      const counter = page.locator('.progress-words span').first();
      while (!(await page.locator('#run a[href="/files"]').isVisible())) {
        seen.add(numberIn(await counter.innerText()));
        await page.waitForTimeout(200);
      }
      assert.ok(seen.size >= 3, `${seen.size} different counts were shown`);
      assert.equal(loads, 0);
    });

    it('ends the scan with every file of the share', async () => {
      assert.match(await page.locator('.progress-words span').first().innerText(), /^452 af 452/);
      assert.equal(await page.locator('#run-cancel').count(), 0);
      const run = new URL(page.url()).pathname;
      await inBothLanguages({ 'scan-done': run }, page);
    });

    it('sums up on the dashboard in numbers that lead to lists of as many files', async () => {
      await page.goto('/');
      const stats = await page.locator('.stat-value a').all();
      const wanted = await Promise.all(
        stats.map(
          async (stat) => [numberIn(await stat.innerText()), await stat.getAttribute('href')] as const,
        ),
      );
      assert.equal(wanted.length, 5);
      for (const [count, address] of wanted) {
        await page.goto(address ?? '');
        assert.equal(numberIn(await page.locator('.page-subtitle').innerText()), count, address ?? '');
      }
    });

    it('narrows the list of files by a filter and goes on to a next page', async () => {
      await page.goto('/files');
      await page.selectOption('#field-risk', 'high');
      await page.click('.filters button');
      await page.waitForURL(/risk=high/);
      const total = numberIn(await page.locator('.page-subtitle').innerText());
      await gallery.take(page, 'files-high-risk');
      const high = await everyListedFile(page);
      assert.ok(high.length > 50, 'more than one page');
      assert.equal(new Set(high.map(({ address }) => address)).size, total);
    });

    it('shows what is in a file, masked, and why', async () => {
      await page.goto('/files?risk=high&type=DK_CPR');
      companyFiles = await everyListedFile(page);
      const file = companyFiles.find(({ folder }) => folder.startsWith('Fællesdrev / Løn'));
      await page.goto(file?.address ?? '');
      await openColumns(page);
      assert.match(await page.locator('.finding-masked').first().innerText(), /^\d{4}••-••••$/);
      await page.locator('.finding-open summary').first().click();
      assert.match(await page.locator('.finding-open p').first().innerText(), /gyldig dato/);
      const finding = (await page.locator('.findings > li').first().getAttribute('id')) ?? '';
      foreign = { address: file?.address ?? '', finding: finding.replace('finding-', '') };
      await inBothLanguages({ file: foreign.address }, page);
    });

    it('asks for a longer reason before it shows a value', async () => {
      await page.goto(foreign.address);
      await openColumns(page);
      await page.locator('.finding-open summary').first().click();
      await page.locator('input[name="reason"]').first().fill('ja');
      await page.locator('.finding-open button').first().click();
      assert.match(await page.locator('.field-error').innerText(), /mindst fem tegn/);
      await gallery.take(page, 'file-reason-too-short');
    });

    it('shows one value in clear text for a reason', async () => {
      await page.locator('input[name="reason"]').first().fill('Svar på indsigtsanmodning 12');
      await page.locator('.finding-open button').first().click();
      assert.match(await page.locator('.finding-clear').innerText(), /^\d{6}-?\d{4}$/);
      await gallery.take(page, 'revealed');
    });

    it('has put that on the record, with the reason', async () => {
      await page.goto('/record');
      const row = page.locator('.table-rows tbody tr', { hasText: 'Svar på indsigtsanmodning 12' });
      assert.equal(await row.count(), 1);
      assert.match(await row.innerText(), new RegExp(CREATOR.name));
    });

    it('prints a slip for a member of staff', async () => {
      await page.goto('/people');
      await page.fill('#field-name', STAFF.name);
      await page.fill('#field-login', STAFF.login);
      await page.click('main form[action="/people"] button');
      await page.waitForURL(/\/slips\//);
      const [address, code] = await page.locator('.card strong').allInnerTexts();
      slip = { address: address ?? '', code: code ?? '' };
      assert.equal(slip.address, `${appliance.address}/join`);
      await gallery.take(page, 'slip');
    });

    it('maps a folder to that person', async () => {
      await page.goto(source);
      await page.getByRole('link', { name: 'HR', exact: true }).click();
      await page.selectOption('#field-person', { label: STAFF.name });
      await page.click('.mapping-form button');
      await page.waitForSelector('.notice-done');
      mapped = new URL(page.url()).pathname + new URL(page.url()).search;
      assert.match(await page.locator('main').innerText(), new RegExp(`Mappen hører til ${STAFF.name}`));
    });
  });

  describe('for the member of staff, in a browser of their own', () => {
    let own: Page;
    let files: ListedFile[] = [];

    before(async () => {
      own = (await somebody()).page;
    });

    it('goes from the slip to a login of their own', async () => {
      await own.goto(slip.address);
      await inBothLanguages({ join: '/join' }, own);
      await own.fill('#field-code', slip.code);
      await own.click('main button');
      await gallery.take(own, 'join-password');
      await own.fill('#field-password', STAFF.password);
      await own.fill('#field-passwordAgain', STAFF.password);
      await own.click('main form[action="/join/password"] button');
      await own.waitForURL((url) => url.pathname === '/');
      assert.equal(await own.locator('.menu-name').innerText(), STAFF.name);
    });

    it('lists the files of their folder and of no other', async () => {
      await page.goto(mapped);
      await page.click('a[href^="/files?source"]');
      const total = numberIn(await page.locator('.page-subtitle').innerText());
      await own.goto('/files');
      files = await everyListedFile(own);
      assert.ok(files.every(({ folder }) => /^Fællesdrev \/ HR( |$)/.test(folder)));
      assert.equal(files.length, total);
    });

    it('cannot be widened by an address that names another folder', async () => {
      await own.goto(`/files?source=${source.replace('/sources/', '')}&folder=1`);
      assert.equal(numberIn(await own.locator('.page-subtitle').innerText()), files.length);
    });

    it('opens a file of theirs', async () => {
      assert.equal(await statusOf(own, files[0]?.address ?? ''), 200);
    });

    it('is as if the files of others were not there', async () => {
      assert.equal(await statusOf(own, foreign.address), 404);
      const reveal = `${foreign.address}/findings/${foreign.finding}/reveal`;
      await own.goto('/account');
      assert.equal(await post(own, reveal, { reason: 'Jeg er nysgerrig' }), 404);
    });

    for (const address of ['/sources', '/sources/new', '/people', '/record']) {
      it(`has no entry at ${address}`, async () => assert.equal(await statusOf(own, address), 403));
    }

    it('has no entry at a source or its scans, and starts none', async () => {
      assert.equal(await statusOf(own, source), 403);
      assert.equal(await post(own, `${source}/scans`), 403);
      assert.equal(await post(own, '/account/language', { language: 'da' }), 303, 'the token was good');
    });

    it('looks like this', async () => {
      await inBothLanguages(
        { 'staff-dashboard': '/', 'staff-files': '/files', 'staff-not-allowed': '/sources' },
        own,
      );
    });

    it('cannot be joined by the same slip again', async () => {
      const { page: another } = await somebody();
      await another.goto(slip.address);
      await another.fill('#field-code', slip.code);
      await another.click('main button');
      assert.match(await another.locator('#field-code-error').innerText(), /gælder ikke/);
      await gallery.take(another, 'join-used-slip');
    });
  });

  describe('at the end', () => {
    it('takes the folder back from the person, who sees nothing from then on', async () => {
      await page.goto(mapped);
      await page.selectOption('#field-person', '');
      await page.click('.mapping-form button');
      await page.waitForSelector('.notice-done');
      const own = people[1]?.page ?? page;
      await own.goto('/files');
      assert.equal(await own.locator('.table-rows').count(), 0);
      await own.goto('/');
      await gallery.take(own, 'staff-dashboard-empty');
    });

    it('tells everybody how detection works, what it never does, and how well', async () => {
      const own = people[1]?.page ?? page;
      await own.click('.side-nav a[href="/how-detection-works"]');
      await own.waitForURL((url) => url.pathname === '/how-detection-works');
      for (const section of await own.locator('details.figures > summary').all()) await section.click();
      assert.ok(await own.locator('details.figures[open] td', { hasText: 'CPR-nummer' }).first().isVisible());
      await gallery.take(own, 'how-detection-works-figures');
    });

    it('does not delete a source whose name is typed wrong', async () => {
      await page.goto(source);
      await page.click('.danger-zone summary');
      await page.fill('.danger-zone input[name="name"]', 'Fællesdrevet');
      await page.click('.danger-zone button');
      assert.match(await page.locator('.danger-zone .field-error').innerText(), /Intet er slettet/);
      await gallery.take(page, 'source-wrong-name');
    });

    it('looks like this to the creator', async () => {
      const pages = { dashboard: '/', files: '/files', source: mapped, sources: '/sources' };
      await inBothLanguages({ ...pages, 'sources-new': '/sources/new', people: '/people' }, page);
      await inBothLanguages(
        {
          account: '/account',
          record: '/record',
          'how-detection-works': '/how-detection-works',
          'not-found': '/findes-ikke',
        },
        page,
      );
    });

    it('has no fault of accessibility, and fits a phone, on any page', () => {
      assert.deepEqual(gallery.faults, []);
    });

    it('made no browser complain', () => {
      assert.deepEqual(
        people.flatMap(({ complaints }) => complaints),
        [],
      );
    });

    it('ends in order when the service manager says so', async () => {
      assert.equal(await appliance.stop(), 0);
    });
  });
});
