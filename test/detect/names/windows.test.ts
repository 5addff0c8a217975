import assert from 'node:assert/strict';
import { createTextScanner, detect } from '#detect/index.ts';
import { names } from './model.ts';

const PARAGRAPH = `Kære Mette Hansen. Vi har talt med din mor, Kirsten Østergaard, som bor på Nørregade 12, 2. tv.,
2100 København Ø. Sagsbehandler er Fatima El-Sayed. Det var ikke muligt at nå Jens i går, skriver hun.
`;

describe('names in a long text', () => {
  it('are the same in windows as in the whole text', () => {
    const text = PARAGRAPH.repeat(120);
    const scanner = createTextScanner({ names }, 8192);
    const pieces = [...scanner.push(text), ...scanner.finish()];
    const shape = ({ type, start, end }: { type: string; start: number; end: number }): string =>
      `${type} ${start} ${end}`;
    assert.deepEqual(pieces.map(shape), detect(text, { names }).map(shape));
  });
  it('lie within the text, in order and apart', () => {
    let last = 0;
    for (const { start, end } of detect(PARAGRAPH.repeat(3), { names })) {
      assert.ok(start >= last && end > start);
      last = end;
    }
  });
});
