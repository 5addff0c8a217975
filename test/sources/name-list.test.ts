import assert from 'node:assert/strict';
import { NameList } from '#sources/name-list.ts';

const listed = (names: readonly string[]): string[] => {
  const list = new NameList();
  for (const name of names) list.add(Buffer.from(name));
  list.sort();
  return list.slice(0, list.count).map(String);
};

describe('the names in a folder', () => {
  it('come in the order of their bytes', () => {
    assert.deepEqual(listed(['b', 'å', 'ab', 'a', 'Z']), ['Z', 'a', 'ab', 'b', 'å']);
  });

  it('come once each, though the system named one twice', () => {
    assert.deepEqual(listed(['b', 'a', 'b', 'a', 'ab', 'b']), ['a', 'ab', 'b']);
  });

  it('may be none', () => {
    assert.deepEqual(listed([]), []);
  });

  it('may be a hundred thousand', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `fil ${index}`);
    assert.deepEqual(new Set(listed(names)), new Set(names));
  });
});
