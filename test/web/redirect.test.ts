import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import session, { type SessionData } from 'express-session';
import { createRoutes, notify, seeOther } from '#web/index.ts';
import { smallApp } from '../support/web-app.ts';

describe('A redirect', () => {
  it('leaves only when the session is saved, for the browser asks for the next page at once', async () => {
    let saved = false;
    class SlowStore extends session.MemoryStore {
      override set(id: string, data: SessionData, done?: (error?: unknown) => void): void {
        void wait(50).then(() => {
          saved = true;
          super.set(id, data, done);
        });
      }
    }
    const { app } = await smallApp(
      [
        createRoutes().get('public', '/deed', (request, response) => {
          notify(request, { kind: 'done', key: 'demo:saved' });
          seeOther(response, '/plain');
        }),
      ],
      {
        sessionMiddleware: [
          session({
            secret: 'only for tests',
            resave: false,
            saveUninitialized: false,
            store: new SlowStore(),
          }),
        ],
      },
    );
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [answer] = (await once(get({ host: '127.0.0.1', port, path: '/deed' }), 'response')) as [
      IncomingMessage,
    ];
    const savedBefore = saved;
    answer.resume();
    server.close();
    assert.equal(answer.statusCode, 303);
    assert.equal(savedBefore, true);
  });
});
