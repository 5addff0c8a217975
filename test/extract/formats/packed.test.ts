import assert from 'node:assert/strict';
import { partOf, read } from '../../support/documents/reading.ts';

/** a.txt ("first file") and b.txt ("second file"), packed by 7-Zip 26. */
const SEVEN_ZIP =
  'N3q8ryccAASq1UYjdQAAAAAAAAAgAAAAAAAAAFVuVewBABZmaXJzdCBmaWxlCnNlY29uZCBmaWxlCgAAAIEzB64Pz7XvEA/r6py/' +
  'Nj3+dICx8gG22WNVu2JQFwRVqjq8rBcUXKEUUSBKM1nvpOPu0AqeoZC9L1lrj+XLJgKoU7obGdO8UY+PD89L8MKOXAPWnBMAAAAX' +
  'BhsBCVoABwsBAAEjAwEBBV0AEAAADG4KASx2J58AAA==';

/** a.txt, packed with a password that hides its name as well. */
const ENCRYPTED =
  'N3q8ryccAAQydZ8fgAAAAAAAAAAuAAAAAAAAALF5jIiKKRiODkAHMxF51E20DsZt4MTFxROn4AmxEmt7sj7ssQow7U6Hxi5FT+Xw' +
  'HfUZFOJvQWZPr5a2FRKcOkWQLNL+9K3hLUWqaz3V16rFznNfyX/b2zMx8TNGUUW3HBic8O+1j8YPKqtIKTPUOD5XskfRFiXcAIMC' +
  '3G9iyYSoT9wzwhcGEAEJcAAHCwEAASQG8QcBElMPxAhChZ7tuJ0bQO1YKAavvgxiCgEFwZfzAAA=';

/** Two files with Danish letters in their names, in a folder. */
const DANISH =
  'N3q8ryccAAS1JCOEfQAAAAAAAAAhAAAAAAAAAOHSv1MBAAdvbmUKdHdvCgAAAIEzB64PzpwGxQkqrtOqhSYoExi7AyVnHGlAmQyd' +
  'NYD1k6Fzxl1MhTzDOgtbmHybA4riOHf0NEBWtBBObl4eB4YXrP5O4vMcVrspj30XpbO3LH39YcvzlcUAqk80x2PKtnLZ3KcCUrg/' +
  '5qUFaAAAABcGDAEJcQAHCwEAASMDAQEFXQAQAAAMgJoKAQM9MeAAAA==';

describe('7z, rar and cab', () => {
  it('read each file by itself, with its name', async () => {
    const result = await read('a', Buffer.from(SEVEN_ZIP, 'base64'));
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'names'), 'a.txt\nb.txt\n');
    assert.deepEqual(
      result.segments.filter(({ place }) => place.path.length > 0),
      [
        { text: 'first file\n', place: { path: ['a.txt'], line: 1 } },
        { text: 'second file\n', place: { path: ['b.txt'], line: 1 } },
      ],
    );
  });

  it('give names in all letters', async () => {
    const names = partOf(await read('a.7z', Buffer.from(DANISH, 'base64')), 'names');
    assert.deepEqual(names.trim().split('\n').toSorted(), ['dk/Løn Åse.txt', 'dk/æble.txt']);
  });

  it('are encrypted when they say so', async () => {
    assert.equal((await read('a.7z', Buffer.from(ENCRYPTED, 'base64'))).ended, 'skipped/encrypted');
  });

  it('are too large when they do not fit in memory', async () => {
    const { ended } = await read('a.7z', Buffer.from(SEVEN_ZIP, 'base64'), { maxInMemory: 100 });
    assert.equal(ended, 'skipped/too_large');
  });

  it('end as corrupt or better wherever they are changed or cut off', async () => {
    const whole = Buffer.from(SEVEN_ZIP, 'base64');
    for (let at = 6; at < whole.length; at += 17) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.match((await read('a.7z', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
      assert.match(
        (await read('a.7z', whole.subarray(0, at))).ended,
        /^(scanned|(partial|skipped|failed)\/\w+)$/,
      );
    }
  });
});
