import assert from 'node:assert/strict';
import { createTextScanner, detect } from '#detect/index.ts';
import { codes, found } from '../found.ts';
import { names } from '../names/model.ts';

const LETTER = `Kære Mette Hansen. Vi har talt om din sygemelding. Du er sygemeldt med stress til den 4. maj,
og Jens Østergaard er valgt som tillidsrepræsentant. Han blev dømt for tyveri i 2019, skriver hun i går.
Ventilationen efterses hver uge af en mand fra firmaet, og alle lamper skiftes til nye inden den 1. juni.
`;

describe('a special category in a table', () => {
  it('is named by the header of its column', () => {
    const columns = ['Medarb.nr.', 'Diagnose'];
    assert.deepEqual(found('HEALTH', '4711\tdepression\n4712\tastma\n', { names, columns }), [
      'depression',
      'astma',
    ]);
  });
  it('says that its column names it', () => {
    const columns = ['Medarb.nr.', 'Diagnose'];
    assert.ok(codes('HEALTH', '4711\tdepression\n', { names, columns }).includes('category.column-names-it'));
  });
  it('is nothing in a column of something else', () => {
    assert.deepEqual(found('HEALTH', '4711\tdepression\n', { names, columns: ['Varenr.', 'Titel'] }), []);
  });
});

describe('special categories in a long text', () => {
  it('are the same in windows as in the whole text', () => {
    const text = LETTER.repeat(150);
    const scanner = createTextScanner({ names }, 8192);
    const pieces = [...scanner.push(text), ...scanner.finish()];
    const shape = ({ type, start, end }: { type: string; start: number; end: number }): string =>
      `${type} ${start} ${end}`;
    assert.deepEqual(pieces.map(shape), detect(text, { names }).map(shape));
  });
});
