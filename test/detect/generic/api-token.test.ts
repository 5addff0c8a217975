import assert from 'node:assert/strict';
import { found } from '../found.ts';

/** Parted so that no scanner of repositories takes them for real ones. */
function parted(...parts: readonly string[]): string {
  return parts.join('');
}

const TAIL = 'q9Zk2LmX8vB4nT7wYc3RfH6jD1sP5aGe0UiQ';
const TOKENS: Readonly<Record<string, string>> = {
  GitHub: `${parted('ghp', '_')}${TAIL}`,
  GitLab: `${parted('glpat', '-')}${TAIL.slice(0, 20)}`,
  Slack: `${parted('xoxb', '-')}123456789012-${TAIL.slice(0, 24)}`,
  AWS: `${parted('AKI', 'A')}Q3EGTRV7XZ2LMNB5`,
  Google: `${parted('AIz', 'a')}${TAIL.slice(0, 35)}`,
  Stripe: `${parted('sk', '_')}live_${TAIL.slice(0, 24)}`,
  npm: `${parted('npm', '_')}${TAIL}`,
  'a JSON web token': `${parted('ey', 'J')}hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${TAIL}`,
};

describe('API tokens', () => {
  for (const [maker, token] of Object.entries(TOKENS)) {
    it(`are found: ${maker}`, () => {
      assert.deepEqual(found('API_TOKEN', `nøglen "${token}" virker`), [token]);
    });
    it(`are no words that begin so: ${maker}`, () => {
      assert.deepEqual(found('API_TOKEN', `${token.slice(0, 9)} er begyndelsen`), []);
    });
  }
  it('are not rows of one letter', () => {
    assert.deepEqual(found('API_TOKEN', `${parted('ghp', '_')}${'x'.repeat(36)}`), []);
  });
});
