import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '#config.ts';

describe('docs/install.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/install.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `DM_'));

  it('lists the settings that there are, in their order', () =>
    assert.deepEqual(
      rows.map((row) => row.split('`')[1]),
      Object.keys(settings.shape),
    ));

  for (const [name, schema] of Object.entries(settings.shape)) {
    it(`says of ${name} what the settings themselves say`, () =>
      assert.ok(
        rows.some(
          (row) => row.startsWith(`| \`${name}\` |`) && row.endsWith(`| ${schema.description ?? '?'} |`),
        ),
      ));

    const usual = schema.safeParse(undefined).data;
    if (typeof usual === 'string' || typeof usual === 'number') {
      it(`says what ${name} is when it is not given`, () =>
        assert.ok(rows.some((row) => row.startsWith(`| \`${name}\` | \`${usual}\` |`))));
    }
  }
});
