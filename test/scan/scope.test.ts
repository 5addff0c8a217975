import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from '#scan/index.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';
const COMPANY: Scope = { kind: 'company' };
const ofPerson = (personId: string): Scope => ({ kind: 'own', personId });

describe('what somebody may see of what was found', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
    room.file('hr/løn/seddel.txt', LETTER);
    room.file('hr/løn/2024/seddel.txt', LETTER);
    room.file('hr/brev.txt', LETTER);
    room.file('salg/kunde.txt', LETTER);
    room.file('forside.txt', LETTER);
    await room.scan();
  });
  afterEach(() => room.close());

  const folderId = async (...path: string[]): Promise<number> => {
    const folder = await room.folders.at(room.db.read, room.source.id, path);
    assert.ok(folder !== null);
    return folder.id;
  };
  const map = async (person: string | null, ...path: string[]): Promise<void> =>
    room.sources.map(someone, room.source.publicId, await folderId(...path), person);
  const seenBy = async (scope: Scope): Promise<string[]> => {
    const { files, total } = await room.insight.list(someone, scope, {}, null);
    assert.equal(total, files.length);
    return files.map(({ folder, name }) => [...(folder?.path ?? []), name].join('/')).sort();
  };

  it('is everything, for the company', async () => {
    assert.equal((await seenBy(COMPANY)).length, 5);
  });

  it('is nothing for somebody without a folder', async () => {
    assert.deepEqual(await seenBy(ofPerson('anna')), []);
  });

  it('is the own folder with those below it', async () => {
    await map('anna', 'hr');
    assert.deepEqual(await seenBy(ofPerson('anna')), [
      'hr/brev.txt',
      'hr/løn/2024/seddel.txt',
      'hr/løn/seddel.txt',
    ]);
  });

  it('goes by the nearest mapping', async () => {
    await map('anna', 'hr');
    await map('bo', 'hr', 'løn');
    assert.deepEqual(await seenBy(ofPerson('anna')), ['hr/brev.txt']);
    assert.deepEqual(await seenBy(ofPerson('bo')), ['hr/løn/2024/seddel.txt', 'hr/løn/seddel.txt']);
  });

  it('goes by the nearest mapping also when the outer one comes later', async () => {
    await map('bo', 'hr', 'løn');
    await map('anna', 'hr');
    assert.deepEqual(await seenBy(ofPerson('bo')), ['hr/løn/2024/seddel.txt', 'hr/løn/seddel.txt']);
  });

  it('falls back to the mapping above when one is withdrawn', async () => {
    await map('anna', 'hr');
    await map('bo', 'hr', 'løn');
    await map(null, 'hr', 'løn');
    assert.equal((await seenBy(ofPerson('anna'))).length, 3);
    assert.deepEqual(await seenBy(ofPerson('bo')), []);
  });

  it('is nothing any more when the only mapping is withdrawn', async () => {
    await map('anna', 'hr');
    await map(null, 'hr');
    assert.deepEqual(await seenBy(ofPerson('anna')), []);
  });

  it('takes in folders that come later', async () => {
    await map('anna', 'hr');
    room.file('hr/nyt/dybt/brev.txt', LETTER);
    await room.scan();
    assert.ok((await seenBy(ofPerson('anna'))).includes('hr/nyt/dybt/brev.txt'));
  });

  it('takes in a folder that comes back', async () => {
    await map('anna', 'hr');
    renameSync(join(room.share, 'hr/løn'), join(room.share, 'væk'));
    await room.scan();
    renameSync(join(room.share, 'væk'), join(room.share, 'hr/løn'));
    await room.scan();
    assert.equal((await seenBy(ofPerson('anna'))).length, 3);
  });

  it('is counted in the own dashboard, and only that', async () => {
    await map('anna', 'hr', 'løn');
    const { headlines, byType, byTopFolder } = await room.insight.overview(someone, ofPerson('anna'));
    assert.deepEqual([headlines.files, headlines.withFindings], [2, 2]);
    assert.deepEqual(
      byType.map(({ type, files, places }) => [type, files, places]),
      [['DK_CPR', 2, 2]],
    );
    assert.deepEqual(
      byTopFolder.map(({ folder, files }) => [folder?.path, files]),
      [[['hr'], 2]],
    );
  });

  describe('one value', () => {
    const wanted = async (path: string) => {
      const file = (await room.files()).get(path)?.publicId ?? '';
      const { findings } = await room.insight.file(someone, COMPANY, file);
      return { file, finding: findings[0]?.publicId ?? '', reason: 'en grund' };
    };

    it('is revealed within the scope, with the reason on the record', async () => {
      await map('anna', 'hr');
      const { content } = await room.insight.reveal(someone, ofPerson('anna'), await wanted('hr/brev.txt'));
      assert.equal(content.value, '070761-4285');
      const entry = (await room.audit.newest(1))[0];
      assert.deepEqual([entry?.what, entry?.purpose], ['scan.value-revealed', 'en grund']);
    });

    it('is not there outside the scope, and nothing is on the record as revealed', async () => {
      await map('anna', 'hr');
      const outside = await wanted('salg/kunde.txt');
      await assert.rejects(room.insight.reveal(someone, ofPerson('anna'), outside), { code: 'not-found' });
      const deeds = (await room.audit.newest(100)).map(({ what }) => what);
      assert.ok(!deeds.includes('scan.value-revealed'));
    });

    it('is not there under the name of another file', async () => {
      await map('anna', 'hr');
      const { finding } = await wanted('salg/kunde.txt');
      const { file } = await wanted('hr/brev.txt');
      const mixed = { file, finding, reason: 'en grund' };
      await assert.rejects(room.insight.reveal(someone, ofPerson('anna'), mixed), { code: 'not-found' });
    });

    it('is not there for whoever the folder was taken from', async () => {
      await map('anna', 'hr');
      const mine = await wanted('hr/brev.txt');
      await map(null, 'hr');
      await assert.rejects(room.insight.file(someone, ofPerson('anna'), mine.file), { code: 'not-found' });
      await assert.rejects(room.insight.reveal(someone, ofPerson('anna'), mine), { code: 'not-found' });
    });

    it('is still there when the file is gone: it proves the clean-up', async () => {
      await map('anna', 'hr');
      const mine = await wanted('hr/brev.txt');
      rmSync(join(room.share, 'hr/brev.txt'));
      await room.scan();
      assert.equal((await room.insight.file(someone, ofPerson('anna'), mine.file)).findings.length, 1);
    });
  });
});

describe('the list of files', () => {
  let room: ScanRoom;
  before(async () => {
    room = await scanRoom();
    for (let index = 0; index < 130; index++)
      room.file(
        `m${index % 4}/${index}.txt`,
        index % 3 === 0 ? LETTER : index % 3 === 1 ? 'a@example.dk' : 'intet',
      );
    await room.scan();
  });
  after(() => room.close());

  it('shows each file once over its pages, the riskiest first', async () => {
    const scores: number[] = [];
    const names = new Set<string>();
    for (let after = null, more = true; more;) {
      const page = await room.insight.list(someone, COMPANY, {}, after);
      for (const { risk, name } of page.files) {
        scores.push(risk.points);
        names.add(name);
      }
      more = page.next !== null;
      after = page.next;
    }
    assert.equal(names.size, 130);
    assert.equal(scores.length, 130);
    assert.deepEqual(
      scores,
      [...scores].sort((one, other) => other - one),
    );
  });

  it('narrows to a folder with those below it, a type, a category, a band', async () => {
    const folder = await room.folders.at(room.db.read, room.source.id, ['m1']);
    const count = async (filter: Parameters<typeof room.insight.list>[2]) =>
      (await room.insight.list(someone, COMPANY, filter, null)).total;
    const files = [...Array(130).keys()];
    assert.equal(await count({ folderId: folder?.id }), files.filter((index) => index % 4 === 1).length);
    assert.equal(await count({ type: 'DK_CPR' }), files.filter((index) => index % 3 === 0).length);
    assert.equal(await count({ category: 'ordinary' }), files.filter((index) => index % 3 === 1).length);
    assert.equal(await count({ risk: 'none' }), files.filter((index) => index % 3 === 2).length);
    assert.equal(
      await count({ type: 'DK_CPR', folderId: folder?.id }),
      files.filter((index) => index % 3 === 0 && index % 4 === 1).length,
    );
  });
});
