import assert from 'node:assert/strict';
import { picture, withPicture } from '../../scripts/checks/picture.ts';

const drawing = picture(
  ['app/boot/serve.ts', 'app/scan/scan.service.ts', 'app/platform/db/database.ts', 'app/kernel/ids.ts'],
  [
    { from: 'app/boot/serve.ts', to: 'app/scan/index.ts' },
    { from: 'app/scan/scan.service.ts', to: 'app/platform/db/index.ts' },
    { from: 'app/scan/scan.store.ts', to: 'app/platform/db/index.ts' },
    { from: 'app/scan/scan.service.ts', to: 'app/scan/scan.store.ts' },
    { from: 'app/scan/scan.service.ts', to: 'app/kernel/ids.ts' },
  ],
);

describe('the picture of the rooms', () => {
  it('has one arrow between two rooms, however many files import', () =>
    assert.equal(drawing.split('scan --> platform').length - 1, 1));

  it('has no arrow from a room to itself', () => assert.doesNotMatch(drawing, /scan --> scan/));

  it('has no arrow to the kernel', () => assert.doesNotMatch(drawing, /--> kernel/));

  it('puts a room that it does not know among the features', () =>
    assert.match(drawing, /\[features\]\n {4}scan\n {2}end/));

  it('leaves out a floor on which nobody stands', () => assert.doesNotMatch(drawing, /commons/));

  const page = 'Words\n<!-- picture:begin (of a kind) -->\nold\n<!-- picture:end -->\nmore words\n';

  it('goes between its marks', () =>
    assert.equal(
      withPicture(page, 'new'),
      'Words\n<!-- picture:begin (of a kind) -->\n\nnew\n\n<!-- picture:end -->\nmore words\n',
    ));

  it('can be drawn again over itself', () =>
    assert.equal(withPicture(withPicture(page, 'new'), 'new'), withPicture(page, 'new')));

  for (const mark of ['begin', 'end']) {
    it(`is refused by a page without its ${mark} mark`, () =>
      assert.throws(() => withPicture(page.replace(`picture:${mark}`, ''), 'new'), /mark/));
  }
});
