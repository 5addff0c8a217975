import assert from 'node:assert/strict';
import request from 'supertest';
import { demoRoutes } from '../support/web-demo.ts';
import { smallApp } from '../support/web-app.ts';

async function assetsOfThePage() {
  const { app } = await smallApp([demoRoutes()]);
  const { text } = await request(app).get('/demo/form');
  return {
    app,
    addresses: [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? ''),
  };
}

describe('The style sheets and scripts of a page', () => {
  it('are all there, and may be kept for a year', async () => {
    const { app, addresses } = await assetsOfThePage();
    assert.equal(addresses.length, 8);
    for (const address of addresses) {
      const answer = await request(app).get(address);
      assert.equal(answer.status, 200);
      assert.equal(answer.get('Cache-Control'), 'public, max-age=31536000, immutable');
      assert.match(answer.get('Content-Type') ?? '', /css|javascript|svg/);
    }
  });

  it('begin no session', async () => {
    const { app, addresses } = await assetsOfThePage();
    assert.equal((await request(app).get(addresses[0] ?? '')).get('Set-Cookie'), undefined);
  });

  for (const path of [
    '/assets/../package.json',
    '/assets/%2e%2e/package.json',
    '/assets/000000000000/css/app.css',
    '/css/app.css',
  ]) {
    it(`have no other address: ${path}`, async () => {
      const { app } = await smallApp([]);
      assert.equal((await request(app).get(path)).status, 404);
    });
  }
});
