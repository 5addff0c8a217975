import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { decodeName } from '#kernel/file-name.ts';
import { checkLocalFolder, createLocalSource } from '#sources/local.ts';
import { FileUnreadable } from '#sources/source.ts';
import type { Entry, Listing, Source } from '#sources/source.ts';

describe('a local source', () => {
  let root: string;
  let source: Source;
  const at = (...names: string[]): string => join(root, ...names);

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'local-source-'));
    source = await createLocalSource(root);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('lists each folder before those below it, by the bytes of their names', async () => {
    for (const folder of ['b', 'a/z', 'a/B', 'Ø']) mkdirSync(at(folder), { recursive: true });
    const folders = (await listings(source)).map((listing) => listing.folder.join('/'));
    assert.deepEqual(folders, ['', 'a', 'a/B', 'a/z', 'b', 'Ø']);
  });

  it('lists files by the bytes of their names', async () => {
    for (const name of ['ab', 'a', 'B', 'å', 'z', 'a b']) writeFileSync(at(name), '');
    assert.deepEqual(
      (await entries(source)).map(({ name }) => name),
      ['B', 'a', 'a b', 'ab', 'z', 'å'],
    );
  });

  it('tells size, time and identity of a file', async () => {
    writeFileSync(at('report.txt'), 'twelve bytes');
    utimesSync(at('report.txt'), 1_700_000_000, 1_700_000_000.5);
    const [entry] = await entries(source);
    assert.ok(entry?.kind === 'file');
    assert.deepEqual([entry.size, entry.modifiedAtMs], [12, 1_700_000_000_500]);
  });

  it('gives a file that takes the place of another one an identity of its own', async () => {
    writeFileSync(at('a'), 'x');
    writeFileSync(at('b'), 'y');
    const [first] = await entries(source);
    renameSync(at('b'), at('a'));
    const [second] = await entries(source);
    assert.ok(first?.kind === 'file' && second?.kind === 'file');
    assert.notEqual(first.identity, second.identity);
  });

  it('lists an empty folder as complete', async () => {
    assert.deepEqual(await listings(source), [{ kind: 'folder', folder: [], entries: [], complete: true }]);
  });

  it('cuts a large folder into listings of which only the last is complete', async () => {
    for (let number = 0; number < 5003; number++) writeFileSync(at(String(number)), '');
    const parts = (await listings(source)).map((part) =>
      part.kind === 'folder' ? [part.entries.length, part.complete] : [],
    );
    assert.deepEqual(parts, [
      [5000, false],
      [3, true],
    ]);
  });

  it('keeps odd names whole, and reads the files that they name', async () => {
    const names = ['new\nline', 'løn 😀', ' ', '-rf', '"quoted"\\', '\u202egpj.exe'].map((name) =>
      Buffer.from(name),
    );
    names.push(Buffer.from([0x6c, 0xf8, 0x6e]), Buffer.alloc(255, 0xe6));
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${root}/`), name]), name);
    for (const { name } of await entries(source)) {
      assert.equal(decodeName(await read(source, [name])), name);
    }
    assert.equal((await entries(source)).length, names.length);
  });

  it('records symbolic links and follows none', async () => {
    mkdirSync(at('folder'));
    symlinkSync('..', at('folder', 'up'));
    symlinkSync('/etc/passwd', at('folder', 'out'));
    symlinkSync('missing', at('folder', 'broken'));
    const links = (await entries(source)).map(({ kind, name }) => `${kind} ${name}`);
    assert.deepEqual(links, ['link broken', 'link out', 'link up']);
  });

  it('refuses to open a symbolic link', async () => {
    symlinkSync('/etc/passwd', at('link'));
    await assert.rejects(read(source, ['link']), { reason: 'not-a-file' });
  });

  it('does not leave its root by a folder that was swapped for a link', async () => {
    mkdirSync(at('folder'));
    writeFileSync(at('folder', 'passwd'), 'ours');
    renameSync(at('folder'), at('away'));
    symlinkSync('/etc', at('folder'));
    await assert.rejects(read(source, ['folder', 'passwd']), { reason: 'not-a-file' });
  });

  it('lists a folder that was swapped for a link as vanished', async () => {
    mkdirSync(at('a'));
    const walk = source.walk();
    await walk.next();
    renameSync(at('a'), at('b'));
    symlinkSync('/etc', at('a'));
    assert.deepEqual(await rest(walk), [{ kind: 'unreadable', folder: ['a'], reason: 'vanished' }]);
  });

  for (const path of [['..', 'etc'], ['.'], [''], ['a/b'], ['a\0b'], ['']]) {
    it(`opens nothing under the path ${JSON.stringify(path)}`, async () => {
      mkdirSync(at('a'));
      writeFileSync(at('a', 'b'), 'x');
      await assert.rejects(read(source, path), FileUnreadable);
    });
  }

  it('records pipes and sockets', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const server = createServer().listen(at('socket'));
    await once(server, 'listening');
    const found = (await entries(source)).map(({ kind, name }) => `${kind} ${name}`);
    server.close();
    assert.deepEqual(found, ['other pipe', 'other socket']);
  });

  it('does not hang on a pipe that took the place of a file', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    await assert.rejects(read(source, ['pipe']), { reason: 'not-a-file' });
  });

  it('says that a file has vanished', async () => {
    await assert.rejects(read(source, ['gone.txt']), { reason: 'vanished' });
  });

  it('records a folder that vanishes during the walk and goes on', async () => {
    mkdirSync(at('a'));
    mkdirSync(at('b'));
    const walk = source.walk();
    await walk.next();
    rmSync(at('a'), { recursive: true });
    const after = await rest(walk);
    assert.deepEqual(
      after.map(({ kind, folder }) => `${kind} ${folder.join('/')}`),
      ['unreadable a', 'folder b'],
    );
  });

  it('records a root that has vanished', async () => {
    rmSync(root, { recursive: true });
    assert.deepEqual(await listings(source), [{ kind: 'unreadable', folder: [], reason: 'vanished' }]);
  });

  it('stops at a depth that no person makes, and says so', async () => {
    const deep = Array.from({ length: 502 }, () => 'd');
    mkdirSync(at(...deep), { recursive: true });
    const last = (await listings(source)).at(-1);
    assert.deepEqual([last?.kind, last?.folder.length], ['unreadable', 501]);
  });

  it('leaves the access time of what it reads as it was', async () => {
    writeFileSync(at('old.txt'), 'x');
    utimesSync(at('old.txt'), 1_000_000, 1_600_000_000);
    await read(source, ['old.txt']);
    assert.equal(statSync(at('old.txt')).atimeMs, 1_000_000_000);
  });

  it('reads a file of several chunks whole', async () => {
    const content = Buffer.alloc(2_500_000, 'abcdefg');
    writeFileSync(at('large'), content);
    assert.equal((await read(source, ['large'])).equals(content), true);
  });

  it('notes that a file changed while it was being read', async () => {
    writeFileSync(at('log'), Buffer.alloc(1_500_000));
    const content = source.open(['log']);
    for await (const chunk of content) if (chunk.length > 600_000) appendFileSync(at('log'), 'more');
    assert.equal(content.changedMeanwhile(), true);
  });

  it('notes that a file stayed as it was', async () => {
    writeFileSync(at('log'), 'steady');
    const content = source.open(['log']);
    for await (const chunk of content) assert.ok(chunk.length > 0);
    assert.equal(content.changedMeanwhile(), false);
  });

  it('ends with the size that a file had at first, however it grows', async () => {
    writeFileSync(at('log'), 'x');
    let bytes = 0;
    for await (const chunk of source.open(['log'])) {
      bytes += chunk.length;
      appendFileSync(at('log'), 'more');
    }
    assert.equal(bytes, 1);
  });

  it('closes a file that is not read to its end', async () => {
    writeFileSync(at('large'), Buffer.alloc(3_000_000));
    const before = readdirSync('/proc/self/fd').length;
    for await (const chunk of source.open(['large'])) if (chunk.length > 0) break;
    assert.equal(readdirSync('/proc/self/fd').length, before);
  });

  it('changes nothing in what it walks', async () => {
    writeFileSync(at('file'), 'x');
    const before = lstatSync(at('file'), { bigint: true });
    await listings(source);
    await read(source, ['file']);
    assert.deepEqual(lstatSync(at('file'), { bigint: true }), before);
  });

  // Root reads everything, so these two ask as somebody else.
  it('records a folder that may not be read', async () => {
    mkdirSync(at('closed'));
    chmodSync(at('closed'), 0o000);
    chmodSync(root, 0o755);
    assert.deepEqual(await walkAsNobody(source), ['folder ', 'unreadable closed denied']);
  });

  it('records the files of a folder that may be listed but not entered', async () => {
    mkdirSync(at('half'));
    writeFileSync(at('half', 'file'), 'x');
    chmodSync(at('half'), 0o744);
    chmodSync(root, 0o755);
    assert.deepEqual(await walkAsNobody(source), ['folder ', 'folder half', 'unreadable half/file']);
  });
});

describe('checking a local folder', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'local-check-'));
    writeFileSync(join(root, 'file'), '');
    symlinkSync('.', join(root, 'self'));
  });
  after(() => rmSync(root, { recursive: true }));

  it('finds nothing wrong with a folder', async () => assert.equal(await checkLocalFolder(root), null));
  it('finds nothing wrong with a link to a folder', async () =>
    assert.equal(await checkLocalFolder(join(root, 'self')), null));
  it('sees a file', async () => assert.equal(await checkLocalFolder(join(root, 'file')), 'not-a-folder'));
  it('sees that there is nothing', async () =>
    assert.equal(await checkLocalFolder(join(root, 'none')), 'missing'));
  it('sees a path through a file', async () =>
    assert.equal(await checkLocalFolder(join(root, 'file', 'x')), 'missing'));
  it('wants a path from the root', async () => assert.equal(await checkLocalFolder('share'), 'not-absolute'));
  it('refuses a path with a zero byte', async () =>
    assert.equal(await checkLocalFolder('/srv\0/x'), 'missing'));
  it("refuses the system's own folders", async () =>
    assert.equal(await checkLocalFolder('/proc/self'), 'system'));
  it('makes no source of what is wrong', async () => {
    await assert.rejects(createLocalSource(join(root, 'none')), { code: 'invalid-input' });
  });
  it('stays calm when the folder goes away in between', async () => {
    const gone = mkdtempSync(join(tmpdir(), 'local-gone-'));
    writeFileSync(join(gone, 'x'), '');
    unlinkSync(join(gone, 'x'));
    rmSync(gone, { recursive: true });
    assert.equal(await checkLocalFolder(gone), 'missing');
  });
});

function listings(source: Source): Promise<Listing[]> {
  return rest(source.walk());
}

async function rest(walk: AsyncGenerator<Listing>): Promise<Listing[]> {
  const all: Listing[] = [];
  for await (const listing of walk) all.push(listing);
  return all;
}

async function entries(source: Source): Promise<Entry[]> {
  return (await listings(source)).flatMap((listing) => (listing.kind === 'folder' ? listing.entries : []));
}

async function read(source: Source, path: readonly string[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.open(path)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Walks as the user nobody, when the tests run as root; what came, a line each. */
async function walkAsNobody(source: Source): Promise<string[]> {
  const root = process.getuid?.() === 0;
  if (root) process.seteuid?.(65534);
  try {
    return (await listings(source)).flatMap((listing) => {
      const folder = listing.folder.join('/');
      if (listing.kind === 'unreadable') return [`unreadable ${folder} ${listing.reason}`];
      const inside = listing.entries.map((entry) => `${entry.kind} ${folder}/${entry.name}`);
      return [`folder ${folder}`, ...inside];
    });
  } finally {
    if (root) process.seteuid?.(0);
  }
}
