import assert from 'node:assert/strict';
import { z } from 'zod';
import { Failure } from '#kernel/errors.ts';
import { openDatabase } from '#platform/db/index.ts';
import { keptLog, scratch } from '../../support/scratch.ts';

const line = z.record(z.string(), z.unknown());

describe('a line of the log', () => {
  it('is one line of JSON with time, level and event', () => {
    const { log, lines } = keptLog();
    log.info('scan.ended', { files: 3, band: 'low' });
    const { time, ...rest } = line.parse(JSON.parse(lines.join('')));
    assert.deepEqual(rest, { level: 'info', event: 'scan.ended', files: 3, band: 'low' });
    assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('can be without fields', () => {
    const { log, lines } = keptLog();
    log.warn('jobs.put-back');
    assert.equal(line.parse(JSON.parse(lines.join('')))['event'], 'jobs.put-back');
  });

  it('is written from its level upwards', () => {
    const { log, lines } = keptLog('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d', new Error());
    assert.deepEqual(
      lines.map((text) => line.parse(JSON.parse(text))['event']),
      ['c', 'd'],
    );
  });

  describe('about an error', () => {
    const written = (error: unknown): string => {
      const { log, lines } = keptLog();
      log.error('it.failed', error, { job: 7 });
      assert.equal(lines.length, 1);
      return lines.join('');
    };

    it('has its kind, its code and where it came from', () => {
      const fields = line.parse(
        JSON.parse(written(Object.assign(new TypeError('secret'), { code: 'ENOENT' }))),
      );
      assert.equal(fields['error'], 'TypeError');
      assert.equal(fields['code'], 'ENOENT');
      assert.equal(fields['job'], 7);
      assert.match(String(fields['at']), /log\.test\.ts/);
    });

    it('has no word of its message', () => {
      assert.ok(!written(new Error('secret value')).includes('secret'));
    });

    it('has no word of a message of many lines that look like places in the code', () => {
      const message = 'first\n    at secret (file:///secret.ts:1:1)\n    at secret (file:///secret.ts:1:2)';
      assert.ok(!written(new Error(message)).includes('secret'));
    });

    it('has no word of a message that was changed after the error was made', () => {
      const error = new Error('first\n    at secret (file:///secret.ts:1:1)\nlast');
      error.message = 'another secret';
      assert.ok(!written(error).includes('secret'));
    });

    it('has no word of the message of its cause, but its place', () => {
      const text = written(new Failure('damaged', 'secret', 'secret', { cause: new RangeError('secret') }));
      assert.ok(!text.includes('secret'));
      assert.match(text, /RangeError/);
    });

    it('has no code that is a sentence', () => {
      assert.ok(!written(Object.assign(new Error(), { code: 'the secret 1' })).includes('secret'));
    });

    it('has an end although its causes are a ring', () => {
      const error = new Error('a');
      error.cause = error;
      assert.ok(written(error).length < 20_000);
    });

    it('has nothing of a thrown value that is no error', () => {
      assert.ok(!written('secret').includes('secret'));
    });

    it('has no value of a statement that the database refused', async () => {
      const files = scratch();
      const db = await openDatabase(files.path('test.db'), []);
      const error: unknown = await db
        .write((tx) => tx('missing').insert({ name: 'secret' }))
        .catch((thrown: unknown) => thrown);
      await db.close();
      files.remove();
      assert.ok(error instanceof Error && error.message.includes('secret'), 'the driver quotes the value');
      const text = written(error);
      assert.ok(!text.includes('secret'));
      assert.match(text, /SQLITE_ERROR/);
    });
  });
});
