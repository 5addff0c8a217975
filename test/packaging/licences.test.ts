import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offenders, shippedPackages } from '../../scripts/checks/licences.ts';

const one = (licence: string | null): string[] => offenders([{ name: 'made-up', version: '1.0.0', licence }]);

describe('licences of what ships', () => {
  for (const licence of ['MIT', '(MIT OR AGPL-1.0)', 'MIT or MPL-2.0', 'MIT AND ISC', 'GPL-3.0-or-later']) {
    it(`allow ${licence}`, () => assert.deepEqual(one(licence), []));
  }

  for (const licence of [
    'GPL-2.0-only',
    'SSPL-1.0',
    'MIT AND SSPL-1.0',
    '(MIT AND SSPL-1.0) OR CC-BY-NC-4.0',
  ]) {
    it(`refuse ${licence}`, () => assert.deepEqual(one(licence), [`made-up@1.0.0: ${licence}`]));
  }

  it('refuse a package that says nothing', () =>
    assert.deepEqual(one(null), ['made-up@1.0.0: says nothing']));

  describe('are read from a checkout', () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'licences-'));
      const lock: Record<string, object> = { '': {} };
      const put = (name: string, description: object, entry: object): void => {
        lock[`node_modules/${name}`] = entry;
        mkdirSync(join(folder, 'node_modules', name), { recursive: true });
        writeFileSync(
          join(folder, 'node_modules', name, 'package.json'),
          JSON.stringify({ name, version: '1.0.0', ...description }),
        );
      };
      put('plain', { license: 'MIT' }, {});
      put('old', { licenses: [{ type: 'SSPL-1.0' }] }, {});
      put('older', { license: { type: 'ISC' } }, {});
      put('a-tool', { license: 'SSPL-1.0' }, { dev: true });
      lock['node_modules/another-system'] = { optional: true };
      writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: lock }));
    });
    after(() => rmSync(folder, { recursive: true }));

    it('without its tools and without what this system did not install', () => {
      const names = shippedPackages(folder).map((shipped) => shipped.name);
      assert.deepEqual(names, ['plain', 'old', 'older']);
    });

    it('in the old ways of writing them as well', () => {
      assert.deepEqual(offenders(shippedPackages(folder)), ['old@1.0.0: SSPL-1.0']);
    });
  });
});
