import assert from 'node:assert/strict';
import request from 'supertest';
import { createRoutes } from '#web/index.ts';
import { demoRoutes } from '../support/web-demo.ts';
import { smallApp } from '../support/web-app.ts';

describe('The headers of every answer', () => {
  it('have a content security policy without unsafe-*', async () => {
    const { app } = await smallApp([demoRoutes()]);
    const policy = (await request(app).get('/demo/form')).get('Content-Security-Policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  });

  it('have no HSTS by default', async () => {
    const { app } = await smallApp([]);
    assert.equal((await request(app).get('/')).get('Strict-Transport-Security'), undefined);
  });

  it('have HSTS when it is asked for', async () => {
    const { app } = await smallApp([], { hsts: true });
    assert.match((await request(app).get('/')).get('Strict-Transport-Security') ?? '', /max-age=31536000/);
  });

  it('let no page be stored, and tell pages from fragments', async () => {
    const { app } = await smallApp([demoRoutes()]);
    const answer = await request(app).get('/demo/form');
    assert.equal(answer.get('Cache-Control'), 'no-store');
    assert.match(answer.get('Vary') ?? '', /HX-Request\b/);
  });

  it('are on error pages too', async () => {
    const { app } = await smallApp([]);
    const answer = await request(app).get('/nothing');
    assert.equal(answer.get('Cache-Control'), 'no-store');
    assert.equal(answer.get('X-Frame-Options'), 'DENY');
    assert.equal(answer.get('Referrer-Policy'), 'same-origin');
    assert.match(answer.get('Permissions-Policy') ?? '', /camera=\(\)/);
    assert.equal(answer.get('X-Powered-By'), undefined);
  });

  it('keep other origins from embedding what a page answers', async () => {
    const { app } = await smallApp([createRoutes()]);
    const answer = await request(app).get('/');
    assert.equal(answer.get('Cross-Origin-Resource-Policy'), 'same-origin');
    assert.equal(answer.get('Cross-Origin-Opener-Policy'), 'same-origin');
  });
});
