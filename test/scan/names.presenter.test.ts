import assert from 'node:assert/strict';
import { mimeText, placesText, placeText, riskOrUnread } from '#scan/names.presenter.ts';

/** Says the key and its values, so that a test need not know the words. */
const t = (key: string, values?: object): string =>
  values === undefined ? key : `${key}(${Object.values(values).join()})`;

describe('The risk of a file', () => {
  it('is not said to be none when the file could not be read', () => {
    assert.equal(riskOrUnread(t, { risk: { band: 'none' }, status: 'failed' }).text, 'scan:status.failed');
  });

  it('is shown for what was found, also when the file was read in part', () => {
    assert.equal(riskOrUnread(t, { risk: { band: 'high' }, status: 'partial' }).text, 'layout:risk.high');
  });

  it('is none when the file was read and nothing was found', () => {
    assert.equal(riskOrUnread(t, { risk: { band: 'none' }, status: 'scanned' }).text, 'layout:risk.none');
  });
});

describe('A place in a file', () => {
  it('names sheet and row, behind the file in an archive', () => {
    const place = { path: ['løn.xlsx'], sheet: 'Maj', row: 4 };
    assert.equal(placeText(t, place), 'løn.xlsx › scan:place.sheet(Maj), scan:place.row(4)');
  });

  it('names the cell as spreadsheets do where it is known', () => {
    assert.equal(placeText(t, { path: [], row: 14, column: 3 }), 'scan:place.cell(C14)');
    assert.equal(placeText(t, { path: [], row: 2, column: 28 }), 'scan:place.cell(AB2)');
  });

  it('spells out in the name of a sheet what would turn the writing around', () => {
    const text = placeText((key, values) => `${key} ${values?.['name'] ?? ''}`, {
      path: [],
      sheet: 'L\u202en\n',
    });
    assert.equal(text, 'scan:place.sheet L<U+202E>n␊');
  });

  it('says nothing of a document’s own text, but names its footer', () => {
    assert.equal(placeText(t, { path: [], part: 'body' }), '');
    assert.equal(placeText(t, { path: [], part: 'footer' }), 'scan:part.header-footer');
  });
});

describe('The places of a value', () => {
  it('are told once each', () => {
    const head = { path: ['mail 1.eml'], part: 'headers' };
    const texts = placesText(t, [head, head, { path: [], line: 7 }]);
    assert.deepEqual(texts, ['mail 1.eml › scan:part.mail-header', 'scan:place.line(7)']);
  });
});

describe('The type of a file', () => {
  it('has a name that people use', () => {
    assert.equal(mimeText(t, 'application/pdf'), 'scan:mime.pdf');
  });

  it('is said by its kind when it has no name of its own', () => {
    assert.equal(mimeText(t, 'application/mbox'), 'scan:file-kind.mail (application/mbox)');
  });

  it('is shown as it is when we have no name for it', () => {
    assert.equal(mimeText(t, 'application/x-odd'), 'application/x-odd');
  });
});
