import assert from 'node:assert/strict';
import type { Verification } from '#audit/index.ts';
import { link, type Link } from '#audit/core/chain.ts';
import { createAudit } from '#audit/index.ts';
import { createVault } from '#platform/vault/index.ts';
import { anEntry, testRecord, type TestRecord } from './record.ts';

describe('the record', () => {
  let record: TestRecord;
  beforeEach(async () => {
    record = await testRecord();
  });
  afterEach(() => record.end());

  it('gives back what was put on it, with place and time', async () => {
    await record.add(1, { purpose: 'Søgt om indsigt', details: { count: 2, whole: true, none: null } });
    assert.deepEqual(await record.audit.newest(10), [
      {
        ...anEntry,
        purpose: 'Søgt om indsigt',
        details: { count: 2, whole: true, none: null },
        sequence: 1,
        at: record.clock.now(),
      },
    ]);
  });

  it('keeps an entry only when the deed it tells of is kept', async () => {
    await record.add(1);
    const deed = record.db.write(async (tx) => {
      await record.audit.append(tx, anEntry);
      throw new Error('the deed failed');
    });
    await assert.rejects(deed);
    assert.deepEqual(await record.audit.verify(), await whole(1));
  });

  it('goes on counting where it was after a deed that failed', async () => {
    await record.db
      .write(async (tx) => {
        await record.audit.append(tx, anEntry);
        throw new Error('the deed failed');
      })
      .catch(() => undefined);
    assert.deepEqual(await record.db.write((tx) => record.audit.append(tx, anEntry)), { sequence: 1 });
  });

  it('takes several entries of one deed', async () => {
    await record.add(3);
    assert.deepEqual(
      (await record.audit.newest(10)).map(({ sequence }) => sequence),
      [3, 2, 1],
    );
  });

  it('holds no word of its entries in clear text', async () => {
    await record.add(1, { purpose: 'cleartext', from: '192.0.2.77' });
    const rows = await record.db.read('audit_contents').select();
    const bytes = Buffer.concat(rows.map(({ sealed }) => sealed));
    assert.ok(!bytes.includes('cleartext') && !bytes.includes('192.0.2.77'));
  });

  for (const table of ['audit_entries', 'audit_contents'] as const) {
    it(`refuses to change a row of ${table}`, async () => {
      await record.add(1);
      await assert.rejects(
        record.db.write((tx) => tx(table).update({ sequence: 9 })),
        /append-only/,
      );
    });

    it(`refuses to delete a row of ${table}`, async () => {
      await record.add(1);
      await assert.rejects(
        record.db.write((tx) => tx(table).delete()),
        /append-only/,
      );
    });
  }

  describe('when it is verified', () => {
    it('is whole when it is empty', async () => {
      assert.deepEqual(await record.audit.verify(), { kind: 'whole', entries: 0, head: '' });
    });

    it('is whole over more entries than are read at once', async () => {
      await record.add(2_001);
      assert.deepEqual(await record.audit.verify(), await whole(2_001));
    });

    it('is broken at a far entry just as at a near one', async () => {
      await record.add(1_500);
      await record.tamper('UPDATE audit_entries SET at = at + 1 WHERE sequence = 1400');
      assert.deepEqual(await record.audit.verify(), broken(1_400, 'link-changed'));
    });

    const edits: readonly [what: string, sql: string, sequence: number, fault: string][] = [
      ['a time was changed', 'UPDATE audit_entries SET at = 1 WHERE sequence = 2', 2, 'link-changed'],
      ['a time became a text', "UPDATE audit_entries SET at = 'noon' WHERE sequence = 2", 2, 'link-changed'],
      ['a time became a fraction', 'UPDATE audit_entries SET at = 1.5 WHERE sequence = 2', 2, 'link-changed'],
      ['a hash became a text', "UPDATE audit_entries SET hash = 'x' WHERE sequence = 2", 2, 'link-changed'],
      [
        'a hash was changed',
        'UPDATE audit_entries SET hash = randomblob(32) WHERE sequence = 2',
        2,
        'link-changed',
      ],
      [
        'a content hash was changed',
        'UPDATE audit_entries SET content_hash = randomblob(32) WHERE sequence = 2',
        2,
        'link-changed',
      ],
      [
        'a predecessor was changed',
        'UPDATE audit_entries SET previous = randomblob(32) WHERE sequence = 2',
        2,
        'order-changed',
      ],
      [
        'a salt was changed',
        'UPDATE audit_contents SET salt = randomblob(16) WHERE sequence = 2',
        2,
        'content-changed',
      ],
      [
        'a content was changed',
        'UPDATE audit_contents SET sealed = randomblob(80) WHERE sequence = 2',
        2,
        'content-changed',
      ],
      [
        'a content took the place of another',
        `UPDATE audit_contents SET (salt, sealed) =
           (SELECT salt, sealed FROM audit_contents WHERE sequence = 3) WHERE sequence = 2`,
        2,
        'content-changed',
      ],
      ['a content was removed', 'DELETE FROM audit_contents WHERE sequence = 2', 2, 'content-missing'],
      ['an entry was removed', 'DELETE FROM audit_entries WHERE sequence = 2', 2, 'gap'],
      ['the first entry was removed', 'DELETE FROM audit_entries WHERE sequence = 1', 1, 'gap'],
      ['a place became a text', "UPDATE audit_entries SET sequence = 'x' WHERE sequence = 4", 4, 'gap'],
      ...[0, -5].map((place): [string, string, number, string] => [
        `an entry was put in at place ${place}`,
        `INSERT INTO audit_entries SELECT ${place}, at, content_hash, previous, hash
             FROM audit_entries WHERE sequence = 1`,
        1,
        'gap',
      ]),
      [
        'an entry was repeated at the end',
        `INSERT INTO audit_entries SELECT 5, at, content_hash, previous, hash
           FROM audit_entries WHERE sequence = 4`,
        5,
        'order-changed',
      ],
    ];
    for (const [what, sql, sequence, fault] of edits) {
      it(`is broken where ${what} behind the triggers' back`, async () => {
        await record.add(4);
        await record.tamper(sql);
        assert.deepEqual(await record.audit.verify(), broken(sequence, fault));
      });
    }

    it('is broken where an entry was taken out and all hashes were made anew without the master key', async () => {
      await record.add(4);
      const rows = await record.db.read('audit_entries').orderBy('sequence').select();
      let previous: Link | null = null;
      const statements = ['DELETE FROM audit_contents WHERE sequence = 2; DELETE FROM audit_entries;'];
      for (const row of rows.filter(({ sequence }) => sequence !== 2)) {
        const made: Link = link(previous, row.at, row.content_hash);
        const bytes = [made.contentHash, made.previous, made.hash].map(
          (part) => `x'${Buffer.from(part).toString('hex')}'`,
        );
        statements.push(
          `UPDATE audit_contents SET sequence = ${made.sequence} WHERE sequence = ${row.sequence};`,
          `INSERT INTO audit_entries VALUES (${made.sequence}, ${made.at}, ${bytes.join(', ')});`,
        );
        previous = made;
      }
      await record.tamper(statements.join(' '));
      assert.deepEqual(await record.audit.verify(), broken(2, 'content-changed'));
    });

    it('is broken under another master key', async () => {
      await record.add(1);
      const stranger = createAudit({ ...record, vault: createVault([Buffer.alloc(32, 6)]) });
      assert.deepEqual(await stranger.verify(), broken(1, 'content-changed'));
    });

    it('DOES NOT SHOW that the newest entries were cut off: only the head shows it, to who wrote it down', async () => {
      await record.add(4);
      const before = await record.audit.verify();
      await record.tamper(
        'DELETE FROM audit_contents WHERE sequence > 2; DELETE FROM audit_entries WHERE sequence > 2',
      );
      const after = await record.audit.verify();
      assert.equal(after.kind, 'whole');
      assert.ok(before.kind === 'whole');
      assert.notEqual(after.head, before.head);
    });

    it('on the record, says so on the record', async () => {
      await record.add(2);
      const verification = await record.audit.verifyOnRecord({ kind: 'console' }, null);
      assert.ok(verification.kind === 'whole');
      const [newest] = await record.audit.newest(1);
      assert.equal(newest?.what, 'audit.verified');
      assert.equal(newest.outcome, 'done');
      assert.deepEqual(newest.details, { entries: 2, head: verification.head });
    });

    it('on the record, says where it is broken', async () => {
      await record.add(2);
      await record.tamper('UPDATE audit_entries SET at = 1 WHERE sequence = 2');
      await record.audit.verifyOnRecord({ kind: 'person', id: 'person-1' }, '192.0.2.7');
      const [newest] = await record.audit.newest(1);
      assert.equal(newest?.outcome, 'failed');
      assert.deepEqual(newest.details, { sequence: 2, fault: 'link-changed', entriesBefore: 1 });
    });
  });

  describe('by pages', () => {
    const sequences = async (query: Parameters<TestRecord['audit']['page']>[0]) => {
      const { lines, next } = await record.audit.page(query);
      const places = lines.map((line) => (line.kind === 'entry' ? line.entry.sequence : -line.sequence));
      return { places, next };
    };

    it('is newest first and says where the next page begins', async () => {
      await record.add(5);
      assert.deepEqual(await sequences({ before: null, what: null, limit: 2 }), { places: [5, 4], next: 4 });
      assert.deepEqual(await sequences({ before: 4, what: null, limit: 2 }), { places: [3, 2], next: 2 });
      assert.deepEqual(await sequences({ before: 2, what: null, limit: 2 }), { places: [1], next: null });
    });

    it('has no next page behind one that ends with the first entry', async () => {
      await record.add(2);
      assert.deepEqual(await sequences({ before: null, what: null, limit: 2 }), {
        places: [2, 1],
        next: null,
      });
    });

    it('is empty when nothing is on the record', async () => {
      assert.deepEqual(await sequences({ before: null, what: null, limit: 2 }), { places: [], next: null });
    });

    it('finds the entries of one deed', async () => {
      await record.add(3);
      await record.add(1, { what: 'identity.signed-in' });
      await record.add(3);
      const found = await sequences({ before: null, what: 'identity.signed-in', limit: 2 });
      assert.deepEqual(found, { places: [4], next: null });
    });

    it('goes on behind the last find', async () => {
      for (const what of ['scan.queued', 'scan.ended', 'scan.queued', 'scan.queued'] as const)
        await record.add(1, { what });
      const found = await sequences({ before: null, what: 'scan.queued', limit: 2 });
      assert.deepEqual(found, { places: [4, 3], next: 3 });
      assert.deepEqual(await sequences({ before: 3, what: 'scan.queued', limit: 2 }), {
        places: [1],
        next: null,
      });
    });

    it('stops looking after some thousands and says where to go on', async () => {
      await record.add(1, { what: 'scan.queued' });
      await record.add(5_100);
      const found = await sequences({ before: null, what: 'scan.queued', limit: 2 });
      assert.deepEqual(found, { places: [], next: 102 });
      assert.deepEqual(await sequences({ before: 102, what: 'scan.queued', limit: 2 }), {
        places: [1],
        next: null,
      });
    });

    it('shows that an entry cannot be read, whatever is looked for', async () => {
      await record.add(3);
      await record.tamper('DELETE FROM audit_contents WHERE sequence = 2');
      assert.deepEqual(await sequences({ before: null, what: null, limit: 5 }), {
        places: [3, -2, 1],
        next: null,
      });
      assert.deepEqual(await sequences({ before: null, what: 'scan.queued', limit: 5 }), {
        places: [-2],
        next: null,
      });
    });
  });

  async function whole(entries: number): Promise<Verification> {
    const row = await record.db.read('audit_entries').orderBy('sequence', 'desc').first();
    return { kind: 'whole', entries, head: row?.hash.toString('hex') ?? '' };
  }
});

function broken(sequence: number, fault: string): object {
  return { kind: 'broken', sequence, fault, entriesBefore: sequence - 1 };
}
