import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRecord } from '../../../app/boot/cli/json-record.ts';
import { parseLongRecord } from '../../../app/boot/cli/long-record.ts';

describe('a long JSON record', () => {
  const agrees = (line: string, pieceLength: number): void => {
    const whole = parseRecord(line);
    const long = parseLongRecord(Buffer.from(line), pieceLength);
    const seen =
      long === null ? null : { id: long.id, text: long.hasText ? [...long.pieces()].join('') : null };
    const expected =
      whole === null ? null : { id: whole.id, text: typeof whole.text === 'string' ? whole.text : null };
    assert.equal(JSON.stringify(seen), JSON.stringify(expected));
  };

  for (const line of [
    '{"id":1,"text":"abc"}',
    '{"text":"a\\"b\\\\","id":"x"}',
    '{"text":"\\\\\\\\\\\\\\"\\u00e6\\ud83d\\ude00æ😀€"}',
    '{"te\\u0078t":"named with an escape"}',
    '{"text":"first","text":"last"}',
    '{"text":"first","text":5}',
    '{"text":5,"text":"last"}',
    '{"a":{"text":"inner"},"id":2}',
    '{"a":["text","x"],"text":"outer"}',
    '{"id":"text","a":"text"}',
    ' { "id" : 3 , "text" : "spaced" } ',
    '{"text":"bad \\x escape"}',
    '{"text":"raw \t tab"}',
    '{"text":"no end',
    '{"text":"two"}{"text":"objects"}',
    '[{"text":"list"}]',
    '{"text":"x","id":12345678901234567890}',
    '{"text":null}',
    '{"text":{"text":"x"}}',
    '{"text"}',
    '',
  ]) {
    it(`means the same as parsed at once: ${line}`, () => {
      for (const pieceLength of [7, 8, 9, 10, 11, 12, 13, 64]) agrees(line, pieceLength);
    });
  }

  it('means the same whatever its members are', () => {
    const member = fc.tuple(
      fc.constantFrom('id', 'text', 'other'),
      fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(
        fc.array(member, { maxLength: 4 }),
        fc.integer({ min: 7, max: 40 }),
        (members, pieceLength) => {
          const line = `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`;
          agrees(line, pieceLength);
        },
      ),
    );
  });
});
