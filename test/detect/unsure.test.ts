import assert from 'node:assert/strict';
import { detect, REPORTED_FROM } from '#detect/index.ts';
import { inventedCpr, withHyphen } from './found.ts';

const number = withHyphen(inventedCpr('070761', 4200));
/** Modulus 11 holds, and nothing else speaks for it. */
const doubtful = `Vi har fået ${inventedCpr('070761', 4200, false)} fra lageret og ordre ${number} i dag`;

describe('what was looked at and is not believed', () => {
  it('is left out unless it is asked for', () => {
    assert.ok(detect(doubtful).every(({ confidence }) => confidence >= REPORTED_FROM));
  });
  it('is there when it is asked for, with what speaks against it', () => {
    const unsure = detect(doubtful, { unsure: true }).filter(({ confidence }) => confidence < REPORTED_FROM);
    assert.ok(unsure.length > 0);
    assert.ok(unsure.every(({ evidence }) => evidence.some(({ effect }) => effect === 'lowers')));
  });
  it('changes nothing of what is believed', () => {
    const text = `${doubtful}, anna@firma.dk, tlf. 23 45 67 89 og CPR ${number}`;
    const believed = detect(text, { unsure: true }).filter(({ confidence }) => confidence >= REPORTED_FROM);
    assert.deepEqual(believed, detect(text));
  });
  it('lies over nothing that is believed', () => {
    const text = `${doubtful}, DK50 0040 0440 1162 43, tlf. 23 45 67 89 og CPR ${number}`;
    const all = detect(text, { unsure: true });
    assert.ok(all.every(({ start }, at) => at === 0 || start >= (all[at - 1]?.end ?? 0)));
  });
});
