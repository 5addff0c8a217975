import assert from 'node:assert/strict';
import request from 'supertest';
import { Failure } from '#kernel/errors.ts';
import type { FailureCode } from '#kernel/errors.ts';
import { createRoutes, WordedFailure } from '#web/index.ts';
import { statuses } from '#web/errors.ts';
import { createWords, languages } from '#web/words.ts';
import { productViews, smallApp, somebody } from '../support/web-app.ts';

const secret = 'Anders And, 010190-1234';

function throwing(error: () => unknown) {
  return createRoutes().get('public', '/boom/:id', () => {
    throw error();
  });
}

describe('An unexpected error', () => {
  it('shows a reference number and nothing of the error', async () => {
    const { app } = await smallApp([throwing(() => new Error(secret))]);
    const answer = await request(app).get('/boom/7');
    assert.equal(answer.status, 500);
    assert.match(answer.text, /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    assert.doesNotMatch(answer.text, /Anders|0101|Error:|\.ts/);
  });

  it('is in the log under the same reference, with its place and without its message', async () => {
    const { app, lines } = await smallApp([throwing(() => new TypeError(`${secret}\n    at ${secret}`))]);
    const answer = await request(app).get('/boom/7');
    const logged = JSON.stringify(lines.find((line) => line.level === 'error'));
    assert.ok(logged.includes(answer.get('X-Request-Id') ?? 'missing'));
    assert.ok(answer.text.includes(answer.get('X-Request-Id') ?? 'missing'));
    assert.match(logged, /TypeError.*error-page\.test\.ts/);
    assert.doesNotMatch(logged, /Anders|0101|boom\/7/);
  });

  it('of a promise is caught as well', async () => {
    const routes = createRoutes().get('public', '/later', async () => {
      await Promise.resolve();
      throw new Error(secret);
    });
    const { app } = await smallApp([routes]);
    assert.equal((await request(app).get('/later')).status, 500);
  });

  it('that is no Error at all is answered too', async () => {
    const { app } = await smallApp([throwing(() => secret)]);
    const answer = await request(app).get('/boom/7');
    assert.equal(answer.status, 500);
    assert.doesNotMatch(answer.text, /Anders/);
  });

  it('while the error page is made still ends in a reference', async () => {
    const company = () => {
      throw new Error(secret);
    };
    const { app } = await smallApp([throwing(() => new Error(secret))], { company });
    const answer = await request(app).get('/boom/7');
    assert.equal(answer.status, 500);
    assert.match(answer.text, /^Error [0-9A-Z-]{14}$/);
  });
});

describe('A failure', () => {
  it('shows the title and hint of its code in the language of the reader', async () => {
    const { app } = await smallApp([throwing(() => new Failure('conflict', 'internal', 'internal'))]);
    const answer = await request(app).get('/boom/7').set('Accept-Language', 'en');
    assert.equal(answer.status, 409);
    assert.match(answer.text, /This does not fit what is there/);
    assert.doesNotMatch(answer.text, /internal/);
  });

  it('shows its own words when it has them', async () => {
    const worded = () => new WordedFailure('expired', 'internal', 'internal', 'errors:stale-form');
    const { app } = await smallApp([throwing(worded)]);
    const answer = await request(app).get('/boom/7');
    assert.equal(answer.status, 410);
    assert.match(answer.text, /Siden var for gammel/);
  });

  it('goes to the notices of the page when htmx asked for a part', async () => {
    const { app } = await smallApp([throwing(() => new Failure('not-found', 'internal', 'internal'))]);
    const answer = await request(app).get('/boom/7').set('HX-Request', 'true');
    assert.equal(answer.status, 404);
    assert.equal(answer.get('HX-Retarget'), '#notices');
    assert.doesNotMatch(answer.text, /<html/);
  });

  it('has a title and a hint in both languages, whatever its code', async () => {
    const words = await createWords([productViews]);
    const codes = Object.keys(statuses) satisfies string[] as FailureCode[];
    for (const language of languages) {
      const t = words.translator(language);
      const missing = codes.filter((code) =>
        ['title', 'hint'].some((part) => t(`errors:code.${code}.${part}`) === `code.${code}.${part}`),
      );
      assert.deepEqual(missing, []);
    }
  });
});

describe('An address that no route has', () => {
  it('is answered with 404 and a way back', async () => {
    const { app } = await smallApp([], { visitor: somebody() });
    const answer = await request(app).get('/nothing');
    assert.equal(answer.status, 404);
    assert.match(answer.text, /Gå til forsiden/);
  });

  it('with a broken escape is the fault of the caller, not ours', async () => {
    const { app, lines } = await smallApp([throwing(() => new Error(secret))]);
    assert.equal((await request(app).get('/boom/%E0%A4%A')).status, 400);
    assert.equal(
      lines.some((line) => line.level === 'error'),
      false,
    );
  });
});
