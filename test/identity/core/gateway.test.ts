import assert from 'node:assert/strict';
import { looksLikeGateway } from '#identity/core/gateway.ts';

describe("A container network's gateway", () => {
  it('is a private address that ends in .1', () => {
    for (const address of ['172.17.0.1', '10.88.0.1', '192.168.65.1'])
      assert.ok(looksLikeGateway(address), address);
  });

  it('is no other address', () => {
    for (const address of ['172.17.0.2', '172.32.0.1', '127.0.0.1', '8.8.8.1', '192.168.1.11', '::1', null]) {
      assert.ok(!looksLikeGateway(address), String(address));
    }
  });
});
