import assert from 'node:assert/strict';
import { deeds } from '#audit/index.ts';
import { deedInWords } from '#audit/record.presenter.ts';
import { createWords, languages } from '#web/words.ts';
import { productViews } from '../support/web-app.ts';

describe('the words of the record', () => {
  for (const language of languages) {
    it(`name every deed that the record knows, each differently (${language})`, async () => {
      const t = (await createWords([productViews])).translator(language);
      const said = deeds.map((deed) => deedInWords(t, deed));
      assert.deepEqual(
        said.filter((words) => words.includes('deed.')),
        [],
      );
      assert.equal(new Set(said).size, deeds.length);
    });
  }

  it('name no deed alike in both languages', async () => {
    const words = await createWords([productViews]);
    const [danish, english] = languages.map((language) => words.translator(language));
    assert.ok(danish && english);
    // Where a language lacks a key the other would stand in, and the two would be alike.
    assert.deepEqual(
      deeds.filter((deed) => deedInWords(danish, deed) === deedInWords(english, deed)),
      [],
    );
  });
});
