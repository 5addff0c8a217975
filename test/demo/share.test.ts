import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { makeShare, type ShareFile } from '../../scripts/demo/share.ts';
import { firstShare } from './first-share.ts';

describe('the demo share', () => {
  let files: ShareFile[];

  before(async () => {
    files = await firstShare();
  });

  it('is the same to the byte and to the second for the same seed', async () => {
    assert.equal(fingerprint(await makeShare(1)), fingerprint(files));
  });

  it('is another company for another seed', async () => {
    const other = await makeShare(2);
    const mine = new Set(files.flatMap(({ truth }) => truth.values.map((value) => value.text)));
    const cprs = other.flatMap(({ truth }) => truth.values.filter((value) => value.type === 'DK_CPR'));
    assert.ok(cprs.length > 100 && !cprs.some((value) => mine.has(value.text)));
  });

  it('has some 450 files in more than twelve folders', () => {
    const folders = new Set(files.map(({ truth }) => truth.path.split('/')[0]));
    assert.ok(files.length >= 400 && files.length <= 500, `${files.length} files`);
    assert.ok(folders.size >= 12, `${folders.size} folders at the top`);
  });

  it('gives each file a path of its own, also where case makes no difference', () => {
    const paths = new Set(files.map(({ truth }) => truth.path.toLowerCase()));
    assert.equal(paths.size, files.length);
  });

  it('uses no name that a file system of 255 bytes a name refuses', () => {
    const names = files.flatMap(({ truth }) => truth.path.split('/'));
    assert.ok(names.every((name) => name !== '' && Buffer.byteLength(name) <= 255));
  });

  it('has all formats of the moment', () => {
    const endings = new Set(files.map(({ truth }) => truth.path.replace(/.*\./, '')));
    for (const ending of 'txt csv html docx xlsx pptx odt pdf eml zip png exe'.split(' '))
      assert.ok(endings.has(ending), ending);
  });

  it('has about a third of its files without personal data', () => {
    const clean = files.filter(({ truth }) => truth.values.length === 0).length;
    assert.ok(clean / files.length > 0.28 && clean / files.length < 0.4, `${clean} of ${files.length}`);
  });

  it('has files that end as partial, skipped and failed', () => {
    const endings = new Set(files.map(({ truth }) => truth.status));
    assert.deepEqual([...endings].sort(), ['failed', 'partial', 'scanned', 'skipped']);
  });

  it('spreads over ten years', () => {
    const years = new Set(files.map(({ modified }) => modified.getUTCFullYear()));
    assert.ok(years.size >= 10);
  });

  it('writes to reserved mail hosts only', () => {
    const mails = files.flatMap(({ truth }) =>
      truth.values.filter((value) => value.type === 'EMAIL_ADDRESS'),
    );
    assert.ok(mails.every((value) => /[@.]example(\.(com|org|net))?$/.test(value.text)));
  });
});

function fingerprint(files: readonly ShareFile[]): string {
  const hash = createHash('sha256');
  for (const { bytes, modified, truth } of files)
    hash.update(JSON.stringify(truth)).update(modified.toISOString()).update(bytes);
  return hash.digest('hex');
}
