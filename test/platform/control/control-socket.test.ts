import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Failure } from '#kernel/errors.ts';
import { askRunningAppliance, listenForCommands, type ControlHandler } from '#platform/control/index.ts';
import { startChild } from '../../support/child.ts';
import { keptLog, scratch, type Scratch } from '../../support/scratch.ts';

describe('the control socket', () => {
  let files: Scratch;
  let socketFile: string;
  let lines: string[];
  let listening: { close(): Promise<void> };

  const handlers = new Map<string, ControlHandler>([
    ['greet', () => Promise.resolve({ lines: ['good day', 'æøå'], exitCode: 1 })],
    ['fail', () => Promise.reject(new Failure('damaged', 'it is broken', 'mend it'))],
    ['break', () => Promise.reject(new Error('secret'))],
  ]);

  beforeEach(async () => {
    files = scratch();
    socketFile = files.path('control.sock');
    const kept = keptLog();
    lines = kept.lines;
    listening = await listenForCommands(files.folder, handlers, kept.log);
  });
  afterEach(async () => {
    await listening.close();
    files.remove();
  });

  const ask = (command: string) => askRunningAppliance(files.folder, command);
  const connect = async (): Promise<Socket> => {
    const socket = createConnection(socketFile);
    await once(socket, 'connect');
    // The other side may hang up with our words unread.
    socket.on('error', () => undefined);
    return socket;
  };
  const say = async (words: string): Promise<string> => {
    const socket = await connect();
    socket.write(words);
    return text(socket);
  };

  it('answers with lines and an exit code', async () => {
    assert.deepEqual(await ask('greet'), { lines: ['good day', 'æøå'], exitCode: 1 });
  });

  it('is for the appliance and root only', () => {
    assert.equal(statSync(socketFile).mode & 0o777, 0o600);
  });

  it('refuses a command that it does not know', async () => {
    assert.equal((await ask('drop everything'))?.exitCode, 2);
  });

  it('passes on an expected failure with its hint', async () => {
    assert.deepEqual(await ask('fail'), { lines: ['it is broken', 'mend it'], exitCode: 2 });
  });

  it('logs an unexpected failure and tells no word of it', async () => {
    const answer = await ask('break');
    assert.equal(answer?.exitCode, 2);
    assert.ok(!JSON.stringify(answer).includes('secret'));
    assert.match(lines.join(''), /control\.command-failed/);
  });

  it('answers a client that has closed its side behind the question', async () => {
    const socket = await connect();
    socket.end('{"command":"greet"}\n');
    assert.match(await text(socket), /good day/);
  });

  for (const [what, words] of [
    ['no JSON', 'greet\n'],
    ['no command', '{}\n'],
    ['a command that is no text', '{"command":{"$ne":1}}\n'],
    ['an empty line', '\n'],
    ['the name of a method of every object', '{"command":"constructor"}\n'],
  ] as const) {
    it(`refuses a request that is ${what}, and serves the next`, async () => {
      assert.match(await say(words), /does not know this command/);
      assert.equal((await ask('greet'))?.exitCode, 1);
    });
  }

  it('hangs up on a request without an end, and serves the next', async () => {
    const socket = await connect();
    socket.write('x'.repeat(100_000));
    assert.equal(await text(socket).catch(() => ''), '');
    assert.equal((await ask('greet'))?.exitCode, 1);
  });

  it('serves others while one client says nothing', async () => {
    const silent = await connect();
    assert.equal((await ask('greet'))?.exitCode, 1);
    silent.destroy();
  });

  it('is not hurt by a client that hangs up in the middle', async () => {
    const socket = await connect();
    socket.write('{"comm');
    socket.destroy();
    assert.equal((await ask('greet'))?.exitCode, 1);
  });

  it('closes although a client says nothing', async () => {
    await connect();
    await listening.close();
    assert.equal(await ask('greet'), null);
  });

  it('lets a command that is under way end before it closes', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
    const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
    handlers.set('wait', async () => {
      begin(undefined);
      await ended;
      return { lines: ['at last'], exitCode: 0 };
    });
    const answer = ask('wait');
    await begun;
    const closed = listening.close();
    end(undefined);
    assert.deepEqual(await answer, { lines: ['at last'], exitCode: 0 });
    await closed;
  });

  it('takes the place of the socket of a process that was killed', async () => {
    await listening.close();
    const child = startChild(new URL('./entries/listener.ts', import.meta.url), [files.folder]);
    assert.equal(await child.line(), 'listening');
    await child.kill();
    assert.ok(existsSync(socketFile), 'the dead one left its socket');
    assert.equal(await ask('greet'), null);
    listening = await listenForCommands(files.folder, handlers, keptLog().log);
    assert.equal((await ask('greet'))?.exitCode, 1);
  });

  it('refuses a folder whose path no socket can have', async () => {
    await assert.rejects(
      listenForCommands(files.path('long'.repeat(30)), handlers, keptLog().log),
      (error: unknown) => error instanceof Failure && error.code === 'unavailable',
    );
  });

  describe('when it is asked', () => {
    it('says that nothing runs where there is no socket', async () => {
      assert.equal(await askRunningAppliance(files.path('elsewhere'), 'greet'), null);
    });

    for (const [what, answer] of [
      ['nothing', ''],
      ['half an answer', '{"lines":["good'],
      ['something else', '{"lines":"no"}\n'],
    ] as const) {
      it(`fails plainly when the other side says ${what}`, async () => {
        await listening.close();
        const other = createServer((socket) => void socket.resume().end(answer));
        await new Promise<void>((resolve) => void other.listen(socketFile, resolve));
        await assert.rejects(
          ask('greet'),
          (error: unknown) => error instanceof Failure && error.code === 'unavailable',
        );
        await new Promise((resolve) => other.close(resolve));
      });
    }
  });
});
