import assert from 'node:assert/strict';
import { creator, pagesFor, type Pages } from '../support/pages.ts';
import { scanRoom, type ScanRoom } from '../support/scan-room.ts';

/** Invented numbers of ten digits that hold modulus 11. */
const NUMBERS = Array.from({ length: 3_000 }, (_, serial) => `070761${String(serial + 1000)}`).filter(
  (digits) =>
    Array.from('4327654321').reduce((sum, weight, at) => sum + Number(weight) * Number(digits[at]), 0) %
      11 ===
    0,
);

describe('the findings on the page of a file', () => {
  let room: ScanRoom;
  let karen: Pages;
  const pageOf = async (path: string): Promise<string> => {
    const file = (await room.files()).get(path)?.publicId ?? '';
    return (await karen.get(`/files/${file}`)).text;
  };
  before(async () => {
    room = await scanRoom();
    const rows = NUMBERS.slice(0, 40).map((number, at) => `${at};${number};x\n`);
    room.file('liste.csv', `Nr.;Personnr;Andet\n${rows.join('')}`);
    room.file('uden.csv', rows.join(''));
    room.file('par.csv', `Nr.;Personnr;Andet\n${rows.slice(0, 2).join('')}`);
    room.file('brev.txt', `Dit cpr-nr. ${NUMBERS[0] ?? ''} er noteret.\n`);
    await room.scan();
    karen = await pagesFor(room, creator);
  });
  after(() => room.close());

  it('show a column as one line with its title and rows', async () => {
    assert.match(await pageOf('liste.csv'), /40 in the column “Personnr”, rows 2–41/);
  });
  it('show a column without a title by its letter', async () => {
    assert.match(await pageOf('uden.csv'), /40 in column B, rows 1–40/);
  });
  it('open a column to its values', async () => {
    const text = await pageOf('liste.csv');
    assert.match(text, /Show 40 values/);
    assert.equal(text.match(/id="finding-/g)?.length, 40);
  });
  it('show a pair of values one by one', async () => {
    assert.doesNotMatch(await pageOf('par.csv'), /in the column/);
  });
  it('say what would change a finding', async () => {
    assert.match(await pageOf('brev.txt'), /less sure with|surer with/);
  });
  it('show no value in clear text', async () => {
    // Ids in its addresses are random, and hold four digits now and then.
    const text = (await pageOf('liste.csv')).replace(/<[^>]*>/g, ' ');
    assert.ok(
      NUMBERS.slice(0, 40).every((number) => !text.includes(number) && !text.includes(number.slice(6))),
    );
  });
});
