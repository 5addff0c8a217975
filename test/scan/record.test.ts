import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { merkleRoot } from '#audit/index.ts';
import { leafBytes } from '#scan/run-keeper.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';

describe('the record of what was read', () => {
  let room: ScanRoom;
  before(async () => {
    room = await scanRoom();
    for (let index = 0; index < 450; index++)
      room.file(`mappe ${index % 3}/${index}.txt`, `${LETTER}${index}`);
    await room.scan();
  });
  after(() => room.close());

  const batches = async () => {
    const entries = (await room.audit.newest(1000)).filter(({ what }) => what === 'scan.files-read');
    return Promise.all(
      entries.map(async ({ sequence, details }) => ({
        details,
        leaves: await room.db.read('file_reads').where({ entry: sequence }).orderBy('leaf'),
      })),
    );
  };

  it('holds a root over each batch that the rows of file_reads give again', async () => {
    const roots = await batches();
    assert.ok(roots.length >= 3);
    for (const { details, leaves } of roots) {
      const bytes = leaves.map((row) => leafBytes({ fileId: row.file_id, contentMac: row.content_mac }));
      assert.equal(merkleRoot(bytes).toString('hex'), details['merkleRoot']);
      assert.equal(leaves.length, details['files']);
    }
  });

  it('holds each file that was read once', async () => {
    const rows = await room.db.read('file_reads').select('file_id');
    assert.equal(new Set(rows.map((row) => row.file_id)).size, 450);
    assert.equal(rows.length, 450);
  });

  it('holds the HMAC of the content, not its hash', async () => {
    const row = await room.db.read('file_reads').first('content_mac', 'file_id');
    const file = [...(await room.files())].find(([, { id }]) => id === row?.file_id);
    const content = readFileSync(join(room.share, file?.[0] ?? ''));
    const hash = createHash('sha256').update(content).digest('hex');
    assert.deepEqual(row?.content_mac, room.vault.mac('blind-index', 'files.content', hash));
  });

  it('tells when the scan was asked for, began and ended, and how it went', async () => {
    const entries = (await room.audit.newest(1000)).reverse();
    const about = entries.filter(({ what }) => /^scan\.(queued|begun|ended)$/.test(what));
    assert.deepEqual(
      about.map(({ what, outcome }) => [what, outcome]),
      [
        ['scan.queued', 'done'],
        ['scan.begun', 'done'],
        ['scan.ended', 'done'],
      ],
    );
    assert.deepEqual(about[0]?.who, someone.who);
  });

  it('is whole', async () => {
    assert.equal((await room.audit.verify()).kind, 'whole');
  });
});

describe('what the scan keeps at rest', () => {
  it('names nobody, no file and no folder in clear text, in the database or its log', async () => {
    const room = await scanRoom();
    const secrets = {
      folder: 'Fortroligt lønudvalg',
      file: 'Påtale Sigurd Kvistgaard.txt',
      number: '070761-4285',
      normal: '0707614285',
      address: 'sigurd.kvistgaard@example.dk',
      phrase: 'opsigelse af samarbejdet',
      reason: 'klage fra medarbejderen',
    };
    room.file(
      `${secrets.folder}/${secrets.file}`,
      `cpr-nr. ${secrets.number}, ${secrets.address}, ${secrets.phrase}\n`,
    );
    await room.scan();
    const file = [...(await room.files()).values()][0];
    const shown = await room.insight.file(someone, { kind: 'company' }, file?.publicId ?? '');
    assert.equal(shown.findings.length, 2);
    await room.insight.reveal(
      someone,
      { kind: 'company' },
      {
        file: shown.publicId,
        finding: shown.findings[0]?.publicId ?? '',
        reason: secrets.reason,
      },
    );
    await room.db.checkpoint();
    const bytes = readdirSync(room.stateFolder).map((name) => readFileSync(join(room.stateFolder, name)));
    const all = Buffer.concat(bytes);
    assert.ok(all.includes('file_findings'), 'the search looks at the right files');
    for (const [what, secret] of Object.entries(secrets))
      for (const encoding of ['utf8', 'latin1', 'utf16le'] as const)
        assert.ok(!all.includes(Buffer.from(secret, encoding)), `${what} in ${encoding}`);
    const log = room.logLines.join('\n');
    for (const [what, secret] of Object.entries(secrets))
      assert.ok(!log.includes(secret), `${what} in the log`);
    await room.close();
  });
});
