import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { parseConfig, settings } from '#config.ts';
import { Failure } from '#kernel/errors.ts';
import { scratch, type Scratch } from './support/scratch.ts';

/** 32 invented bytes. */
const KEY = Buffer.alloc(32, 7).toString('base64');

const plainValue = z.union([z.string(), z.number(), z.undefined()]);

/** The rows of the table in docs/install.md: name, default and meaning, as they stand there. */
function documented(): string[][] {
  const page = readFileSync(new URL('../docs/install.md', import.meta.url), 'utf8');
  return [...page.matchAll(/^\| `(DM_\w+)` \| (.+?) \| (.+) \|$/gm)].map((row) => row.slice(1));
}

function faultsOf(environment: Record<string, string>): string[] {
  try {
    parseConfig(environment, '/srv/appliance');
  } catch (error) {
    assert.ok(error instanceof Failure);
    assert.equal(error.code, 'invalid-settings');
    return error.message.split('\n');
  }
  return [];
}

describe('the settings', () => {
  let files: Scratch;
  before(() => {
    files = scratch();
  });
  after(() => files.remove());

  it('are complete without any environment', () => {
    const config = parseConfig({}, '/srv/appliance');
    assert.equal(config.stateFolder, '/srv/appliance/state');
    assert.equal(config.backupFolder, '/srv/appliance/backups');
    assert.equal(config.httpsPort, 8443);
    assert.equal(config.httpPort, 8080);
    assert.equal(config.publicHttpsPort, null);
    assert.equal(config.hsts, false);
    assert.equal(config.defaultLanguage, 'da');
    assert.equal(config.timeZone, 'Europe/Copenhagen');
    assert.equal(config.masterKey, null);
    assert.equal(config.scannerProcesses, null);
  });

  it('cannot be changed once they are read', () => {
    assert.ok(Object.isFrozen(parseConfig({})));
  });

  it('leave variables of other programs alone', () => {
    assert.deepEqual(faultsOf({ PATH: '/bin', DMX_ODD: '1' }), []);
  });

  it('take an empty variable as not given', () => {
    assert.equal(parseConfig({ DM_HTTPS_PORT: '' }).httpsPort, 8443);
  });

  it('name every fault at once', () => {
    const faults = faultsOf({
      DM_HTTPS_PORT: '70000',
      DM_HTTP_PORT: 'http',
      DM_LISTEN: 'everywhere',
      DM_LANGUAGE: 'sv',
      DM_TIME_ZONE: 'Europe/Roskilde',
      DM_HSTS: 'yes',
      DM_SCANNER_SECONDS: '0',
      DM_LOG_LEVEL: 'loud',
      DM_HOSTNAMES: 'a b_c',
      DM_MASTER_KEY_FILE: files.path('missing'),
      DM_HTTPPORT: '80',
    });
    assert.deepEqual(faults.sort(), [
      'DM_HOSTNAMES must be host names or addresses separated by commas',
      'DM_HSTS must be on or off',
      'DM_HTTPPORT is not a setting',
      'DM_HTTPS_PORT must be a port from 0 to 65535',
      'DM_HTTP_PORT must be a port from 0 to 65535',
      'DM_LANGUAGE must be da or en',
      'DM_LISTEN must be an IP address',
      'DM_LOG_LEVEL must be debug, info, warn or error',
      'DM_MASTER_KEY_FILE must name a readable file',
      'DM_SCANNER_SECONDS must be seconds from 1 to 3600',
      'DM_TIME_ZONE must be an IANA time zone such as Europe/Copenhagen',
    ]);
  });

  it('never repeat a value that was given', () => {
    const secret = 'c2VjcmV0LXRoYXQtaXMtdG9vLXNob3J0';
    const names = ['DM_MASTER_KEY', 'DM_MASTER_KEY_FILE', 'DM_HTTPS_PORT', 'DM_LISTEN', 'DM_HOSTNAMES'];
    const faults = faultsOf(
      Object.fromEntries([...names, 'DM_ODD', 'DM_LANGUAGE'].map((name) => [name, `${secret} _`])),
    );
    assert.equal(faults.length, 8);
    assert.ok(!faults.join('\n').includes(secret));
  });

  for (const text of [' ', '1e3', '0x50', '-1', '80.5', '８０']) {
    it(`refuse ${JSON.stringify(text)} as a port`, () => {
      assert.deepEqual(faultsOf({ DM_HTTP_PORT: text }), ['DM_HTTP_PORT must be a port from 0 to 65535']);
    });
  }

  it('take the master key from a file', () => {
    writeFileSync(files.path('key'), `${KEY}\n`);
    assert.deepEqual(
      parseConfig({ DM_MASTER_KEY_FILE: files.path('key') }).masterKey,
      Buffer.from(KEY, 'base64'),
    );
  });

  it('take the master key from the environment', () => {
    assert.deepEqual(parseConfig({ DM_MASTER_KEY: KEY }).masterKey, Buffer.from(KEY, 'base64'));
  });

  it('refuse two master keys', () => {
    writeFileSync(files.path('key'), KEY);
    assert.deepEqual(faultsOf({ DM_MASTER_KEY: KEY, DM_MASTER_KEY_FILE: files.path('key') }), [
      'DM_MASTER_KEY and DM_MASTER_KEY_FILE are both given: give one',
    ]);
  });

  for (const [what, key] of [
    ['31 bytes', Buffer.alloc(31, 7).toString('base64')],
    ['33 bytes', Buffer.alloc(33, 7).toString('base64')],
    ['characters that are not base64', `${KEY.slice(0, 20)}!${KEY.slice(21)}`],
    ['base64 without its padding', KEY.replace('=', '')],
  ] as const) {
    it(`refuse a master key of ${what}`, () => {
      assert.deepEqual(faultsOf({ DM_MASTER_KEY: key }), ['DM_MASTER_KEY must hold 32 bytes in base64']);
    });
  }

  it('read host names and addresses separated by commas', () => {
    const { hostNames } = parseConfig({ DM_HOSTNAMES: 'mapper.firma.example, 192.0.2.7,::1' });
    assert.deepEqual(hostNames, ['mapper.firma.example', '192.0.2.7', '::1']);
  });

  describe('in docs/install.md', () => {
    it('are all there, in the same order and with the same words', () => {
      const known = Object.entries(settings.shape).map(([name, setting]) => [name, setting.description]);
      assert.deepEqual(
        documented().map(([name, , meaning]) => [name, meaning]),
        known,
      );
    });

    it('have the defaults that are told there', () => {
      for (const [name, told] of documented()) {
        // The default of this one is the machine's own name.
        if (name === 'DM_HOSTNAMES' || name === undefined) continue;
        const setting = Object.entries(settings.shape).find(([known]) => known === name)?.[1];
        const actual = plainValue.parse(setting?.parse(undefined));
        assert.equal(told, actual === undefined ? 'none' : `\`${actual}\``, name);
      }
    });
  });
});
