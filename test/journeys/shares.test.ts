import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
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
import { startSmbServer, type SmbServer } from '../support/smb-server.ts';
import { CREATOR, scanEnded, setUp, signIn } from './steps.ts';

const USER = 'scanner';
const PASSWORD = 'syv grønne lamper';
const NEW_PASSWORD = 'otte blå lamper';

/** An administrator adds a share of a real file server, has it scanned, plans its nights and renews its password. */
describe('A share on a file server', function () {
  this.timeout(90_000);
  // Each step needs what the ones before it made.
  this.bail(true);
  const place = scratch();
  const share = place.path('share');
  let server: SmbServer;
  let appliance: ServedAppliance;
  let browser: Browser;
  let person: BrowsingPerson;
  let page: Page;
  let source: string;

  before(async () => {
    mkdirSync(`${share}/Løn`, { recursive: true });
    chmodSync(place.folder, 0o755);
    writeFileSync(`${share}/Løn/brev.txt`, 'Mette Prøvesen, cpr-nr. 070761-4285, er noteret.\n');
    writeFileSync(`${share}/åben 🙂.txt`, 'Intet om nogen.\n');
    server = await startSmbServer({ users: { [USER]: PASSWORD }, shares: { Fælles: share } });
    const settings = { DM_SMB_PORT: String(server.port) };
    [appliance, browser] = await Promise.all([serveAppliance(place.path('state'), settings), startBrowser()]);
    person = await browseAs(browser, { address: appliance.address, language: 'da' });
    page = person.page;
    await page.goto('/');
    await setUp(page, appliance.setUpCode ?? '');
  });

  after(async () => {
    await browser.close();
    await appliance.stop();
    await server.stop();
    place.remove();
  });

  const look = () => page.locator('#share-look .notice').innerText();
  const renew = async (password: string) => {
    await page.goto(source);
    await page.click('summary:has-text("Ny adgangskode")');
    await page.fill('form[action$="/password"] input[type=password]', password);
    await page.click('form[action$="/password"] button');
  };
  const scan = async () => {
    await page.goto(source);
    await page.click('form[action$="/scans"] button');
    await scanEnded(page);
  };

  it('is tested, and a wrong password is called one, with what was typed still there', async () => {
    await page.goto('/sources');
    await page.click('a[href="/sources/new/share"] >> nth=0');
    await page.fill('#field-name', 'Fællesdrev');
    await page.fill('#field-address', '\\\\localhost\\Fælles');
    await page.fill('#field-user', USER);
    await page.fill('#field-password', 'forkert');
    await page.click('button[value="test"]');
    await page.waitForSelector('#share-look .notice');
    assert.match(await look(), /Brugernavnet eller adgangskoden er forkert/);
    assert.equal(await page.inputValue('#field-password'), 'forkert');
    assert.deepEqual(await accessibilityFaults(page), []);
  });

  it('is not tested with an address that names no share, and says so beside the address', async () => {
    await page.fill('#field-address', 'F:\\Fælles');
    await page.click('button[value="test"]');
    await page.waitForSelector('#field-address-error');
    assert.match(await page.locator('#field-address-error').innerText(), /Et drevbogstav/);
    assert.equal(await page.inputValue('#field-password'), 'forkert');
    await page.fill('#field-address', '\\\\localhost\\Fælles');
    await page.click('button[value="test"]');
    await page.waitForSelector('#share-look .notice');
    assert.equal(await page.locator('#field-address-error').count(), 0);
  });

  it('is not added with a wrong password', async () => {
    await page.click('main form button.btn-primary');
    await page.waitForSelector('#share-look .notice');
    assert.match(await look(), /Brugernavnet eller adgangskoden er forkert/);
    assert.equal(await page.inputValue('#field-password'), '');
  });

  it('is added with the right one', async () => {
    await page.fill('#field-password', PASSWORD);
    await page.click('main form button.btn-primary');
    await page.waitForURL(/\/sources\/[\w-]{22}$/);
    source = new URL(page.url()).pathname;
    assert.match(await page.locator('main').innerText(), /SMB 3\.1\.1, krypteret/);
  });

  it('is scanned, and what was found is seen', async () => {
    await scan();
    assert.match(await page.locator('main').innerText(), /2 af 2 filer/);
    await page.goto('/files');
    await page.click('a:has-text("brev.txt")');
    assert.match(await page.locator('main').innerText(), /CPR/);
  });

  it('shows its folders, and takes whose they are', async () => {
    await page.goto(source);
    await page.click('.folder-list a:has-text("Løn")');
    await page.selectOption('.mapping-form select', { label: CREATOR.name });
    await page.click('.mapping-form button');
    assert.match(await page.locator('main').innerText(), new RegExp(`Mappen hører til ${CREATOR.name}`));
  });

  it('tells its plan in a sentence', async () => {
    await page.goto(source);
    await page.click('summary:has-text("Lav en plan")');
    for (const day of [1, 2, 3, 4, 5, 6, 7]) await page.check(`input[name="day${day}"]`);
    await page.fill('#field-begin', '22');
    await page.click('form[action$="/schedule"] button');
    assert.match(await page.locator('main').innerText(), /Skriv klokkeslættet som 22:00/);
    await page.fill('#field-begin', '22:00');
    await page.fill('#field-end', '22:00');
    await page.click('form[action$="/schedule"] button');
    await page.fill('#field-megabytesPerSecond', '20');
    await page.click('form[action$="/pace"] button');
    assert.match(
      await page.locator('.schedule-sentence').innerText(),
      /Hver nat 22:00–22:00, højst 20 MB\/s/,
    );
  });

  it('says what is wrong once its password was changed on the server', async () => {
    await server.setPassword(USER, NEW_PASSWORD);
    await page.goto(source);
    await page.click('form[action$="/connection-tests"] button');
    assert.match(await page.locator('main .notice-warning').innerText(), /adgangskoden er forkert/);
  });

  it('keeps its password when the new one does not work, and takes one that does', async () => {
    await renew('også forkert');
    assert.match(await page.locator('form[action$="/password"]').innerText(), /adgangskoden er forkert/);
    await renew(NEW_PASSWORD);
    assert.match(await page.locator('.notice-done').innerText(), /Den nye adgangskode virker/);
    assert.equal(await page.locator('main .notice-warning').count(), 0);
    await scan();
    assert.match(await page.locator('main').innerText(), /Uændrede siden sidst\s+2/);
  });

  it('has its passwords nowhere in what was printed', () => {
    assert.ok(!appliance.printed().includes('lamper'));
  });

  it('has pages without accessibility faults that fit a phone', async () => {
    const phone = await browseAs(browser, { address: appliance.address, language: 'da', width: PHONE.width });
    await signIn(phone.page, CREATOR.email, CREATOR.password);
    for (const address of [source, '/sources/new/share']) {
      await phone.page.goto(address);
      for (const more of await phone.page.locator('.form-more > summary').all()) await more.click();
      assert.deepEqual(await accessibilityFaults(phone.page), [], address);
      assert.equal(await phone.page.evaluate('document.documentElement.scrollWidth'), PHONE.width, address);
    }
    assert.deepEqual([...phone.complaints, ...person.complaints], []);
    await phone.close();
  });
});
